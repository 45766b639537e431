export { monthlyReportDocument, monthlyReportDocx } from "./monthly-report-docx.ts";
export { monthlyReportXlsx } from "./monthly-report-xlsx.ts";
export { summaryReportDocument, summaryReportDocx } from "./summary-report-docx.ts";
export type { MonthlyFindingRow, MonthlyNarrative, MonthlyReportContent } from "./monthly-report-content.ts";
export type { SummaryNarrative, SummaryReportContent } from "./summary-report-content.ts";
