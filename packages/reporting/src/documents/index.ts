export { arabicMonth } from "./document-dates.ts";
export { monthlyReportDocument, monthlyReportDocx } from "./monthly-report-docx.ts";
export { monthlyReportXlsx } from "./monthly-report-xlsx.ts";
export { summaryReportDocument, summaryReportDocx } from "./summary-report-docx.ts";
export { officialDocumentDocx } from "./official-document.ts";
export { heading, paragraph, table, type Block, type FigureTable } from "./blocks.ts";
export type { Attachment, OfficialDocument } from "./official-document-content.ts";
export type {
  DocumentProfile,
  MonthlyFindingRow,
  MonthlyNarrative,
  MonthlyReportContent,
} from "./monthly-report-content.ts";
export type { SummaryNarrative, SummaryReportContent } from "./summary-report-content.ts";
export type {
  CountedAmount,
  FigureLine,
  LedgerFigures,
  MonthlyFigures,
  Money,
  ReportedStatus,
  StatusLine,
  Tally,
} from "./figures.ts";
