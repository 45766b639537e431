export { monthlyReportDocument, monthlyReportDocx } from "./monthly-report-docx.ts";
export { officialDocumentDocx } from "./official-document.ts";
export type { Attachment, OfficialDocument } from "./official-document-content.ts";
export type { DocumentProfile, MonthlyFindingRow, MonthlyNarrative, MonthlyReportContent } from "./monthly-report-content.ts";
export type { CountedAmount, FigureLine, MonthlyFigures, Money, StatusLine, Tally } from "./figures.ts";
