import { SHEET_ROW_STATES, type SheetRowState } from "../ledger-import.ts";

/**
 * As many as any list answers at once. Counts and sums are of all rows, and the marked workbook holds every mistake.
 */
export const SHOWN_MAX = 200;

/** The rows of a long sheet that matter most, or those of one state, in the order of the sheet. */
export function shownRows<Row extends { rowNumber: number; state: SheetRowState }>(
  all: readonly Row[],
  only?: SheetRowState,
): Row[] {
  const rows = all.filter((row) => only === undefined || row.state === only);
  if (rows.length <= SHOWN_MAX) return rows;
  const chosen = SHEET_ROW_STATES.flatMap((state) => rows.filter((row) => row.state === state)).slice(0, SHOWN_MAX);
  return chosen.toSorted((one, other) => one.rowNumber - other.rowNumber);
}

/** Errors before warnings when there are more than can be shown. */
export function shownMistakes<Mistake extends { severity: "error" | "warning" }>(
  mistakes: readonly Mistake[],
): Mistake[] {
  if (mistakes.length <= SHOWN_MAX) return [...mistakes];
  const of = (severity: Mistake["severity"]) => mistakes.filter((mistake) => mistake.severity === severity);
  return [...of("error"), ...of("warning")].slice(0, SHOWN_MAX);
}
