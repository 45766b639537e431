export const IMPORT_STATUSES = ["running", "done", "refused", "failed"] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

/** What an import does with a row a person has changed since the last one. */
export const CONFLICT_CHOICES = ["stop", "skip", "replace"] as const;
export type ConflictChoice = (typeof CONFLICT_CHOICES)[number];

/** How a row of a sheet compares with the ledger; states that need a decision come first. */
export const SHEET_ROW_STATES = ["mistaken", "conflict", "changed", "new", "same"] as const;
export type SheetRowState = (typeof SHEET_ROW_STATES)[number];
