export { annotateLedger } from "./annotate-ledger.ts";
export type { LedgerCheckOptions } from "./check-ledger.ts";
export type { DisposalMeans, LedgerCatalogue, LedgerUnit, RectificationKind } from "./ledger-catalogue.ts";
export { LEDGER_COLUMNS, type LedgerField } from "./ledger-columns.ts";
export type { LedgerAmounts, LedgerFacts, LedgerReading, LedgerRow, LedgerRowText } from "./ledger-reading.ts";
export { ledgerCatalogue } from "./plan-catalogue.ts";
export { readLedger } from "./read-ledger.ts";
export { mistakeMessage, SHEET_RULE_CODES, type SheetMistake, type SheetRule, sheetRules } from "./sheet-rules.ts";
export { type LedgerWorkbook, writeLedger, writeLedgerTemplate } from "./write-ledger.ts";
