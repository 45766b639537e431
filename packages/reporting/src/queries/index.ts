export { type FigureRow, type FigureRows, monthlyRows } from "./figure-rows.ts";
export { reportingGateSource } from "./gate-source.ts";
export { monthlyContent, type MonthlyContentAnswer, monthlyContentRows } from "./monthly-content.ts";
export { getMonthly, type MonthlyDetail } from "./monthly-detail.ts";
export { listMonthly, type MonthlyAnswer, type MonthlyListItem } from "./monthly-list.ts";
export { myReportingWork } from "./my-work.ts";
export { getSummary, type SummaryDetail, summaryRows } from "./summary-detail.ts";
export { listSummaries, type SummaryAnswer, type SummaryListItem } from "./summary-list.ts";
export { monthlyUnits, type UnitRows } from "./unit-rows.ts";
