export {
  annotateSheetInput,
  dryRunInput,
  exportSheetInput,
  importProgressInput,
  sheetTemplateInput,
  startImportInput,
} from "./inputs.ts";
export {
  CONFLICT_CHOICES,
  type ConflictChoice,
  IMPORT_STATUSES,
  type ImportStatus,
  SHEET_ROW_STATES,
  type SheetRowState,
} from "./ledger-import.ts";
export { ledgerSheetPermissions } from "./permissions.ts";
export { ledgerSheetRules } from "./rules.ts";
