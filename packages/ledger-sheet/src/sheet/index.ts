export { annotateLedger } from "./annotate-ledger.ts";
export type { LedgerCheckOptions } from "./check-ledger.ts";
export type { LedgerCatalogue, LedgerUnit } from "./ledger-catalogue.ts";
export {
  AMOUNT_FIELDS,
  type AmountField,
  eachAmountField,
  headerOf,
  STATED_FIELDS,
  type StatedField,
} from "./ledger-columns.ts";
export type { LedgerFacts, LedgerReading, LedgerRow, LedgerRowText } from "./ledger-reading.ts";
export { ledgerCatalogue } from "./plan-catalogue.ts";
export { readLedger } from "./read-ledger.ts";
export { mistakeMessage, type SheetMistake, type SheetRule, sheetRules } from "./sheet-rules.ts";
export { type LedgerWorkbook, writeLedger, writeLedgerTemplate } from "./write-ledger.ts";
