export { reportingGateSource } from "./gate-source.ts";
export { monthlyContent, type MonthlyContentAnswer, monthlyContentRows } from "./monthly-content.ts";
export { getMonthly, type MonthlyDetail } from "./monthly-detail.ts";
export { listMonthly, type MonthlyAnswer, type MonthlyListItem } from "./monthly-list.ts";
export { myReportingWork } from "./my-work.ts";
export { summaryContent } from "./summary-content.ts";
export { getSummary, type SummaryDetail } from "./summary-detail.ts";
export { listSummaries, type SummaryAnswer, type SummaryListItem } from "./summary-list.ts";
