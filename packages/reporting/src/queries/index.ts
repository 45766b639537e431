export { reportingGateSource } from "./gate-source.ts";
export { myReportingWork } from "./my-work.ts";
export { reportContent, type ReportContentAnswer, reportContentRows } from "./report-content.ts";
export { getReport, type ReportDetail } from "./report-detail.ts";
export { listReports } from "./report-list.ts";
export type { ReportAnswer, ReportListItem } from "./report-row.ts";
