import type { Day, Occurrence, Reading, RefusalParams } from "@anji/kernel";
import { dayOfSerial } from "@anji/workbook";
import type { SheetCell } from "@anji/workbook/reading";

import type { LedgerUnit } from "../ledger-catalogue.ts";
import { headerOf, type LedgerField } from "../ledger-columns.ts";
import { cellAddress, textOf, type LedgerLine, type LedgerSheet } from "../ledger-sheet.ts";
import { plainText } from "../plain-text.ts";
import type { SheetMistake, SheetRule } from "../sheet-rules.ts";
import type { CatalogueIndex } from "./catalogue-index.ts";

/** What the checks of one line need; `report` takes every mistake found. */
export type LineCheck = {
  readonly ledger: LedgerSheet;
  readonly index: CatalogueIndex;
  readonly line: LedgerLine;
  readonly dates: (cell: SheetCell) => Reading<ReadDate>;
  readonly closingOn: Day;
  readonly today: Day;
  /** False for a unit outside the area of the person who imports. */
  readonly isInArea: (unit: LedgerUnit) => boolean;
  readonly report: (mistake: SheetMistake) => void;
};

export type ReadDate = { readonly occurrence: Occurrence; readonly earliest: Day };

const TEXT_MAX = 4000;

export function reportError(
  check: LineCheck,
  options: { field: LedgerField; rule: SheetRule; params: RefusalParams },
): null {
  check.report({
    sheet: check.ledger.sheet,
    cell: cellAddress(check.ledger, check.line, options.field),
    rule: options.rule,
    severity: "error",
    params: options.params,
  });
  return null;
}

/** True when the cell can be read; a formula error or a formula without result is reported. */
export function isReadable(check: LineCheck, field: LedgerField): boolean {
  const cell = check.line.cells.get(field);
  if (cell?.kind === "error")
    reportError(check, { field, rule: "ledgerSheet.formulaError", params: { text: cell.text } });
  if (cell?.kind === "uncomputed") reportError(check, { field, rule: "ledgerSheet.formulaUncomputed", params: {} });
  return cell?.kind !== "error" && cell?.kind !== "uncomputed";
}

/** The text of a cell that may be empty. */
export function optionalText(check: LineCheck, field: LedgerField): string | null {
  if (!isReadable(check, field)) return null;
  const text = shownText(check.line, field);
  if (text.length > TEXT_MAX) {
    return reportError(check, {
      field,
      rule: "ledgerSheet.textTooLong",
      params: { field: headerOf(field), maximum: TEXT_MAX },
    });
  }
  return text === "" ? null : text;
}

export function requiredText(check: LineCheck, field: LedgerField): string | null {
  if (!isReadable(check, field)) return null;
  if (textOf(check.line, field) === "") return reportRequired(check, field);
  return optionalText(check, field);
}

export function reportRequired(check: LineCheck, field: LedgerField): null {
  return reportError(check, { field, rule: "ledgerSheet.required", params: { field: headerOf(field) } });
}

/** What the person sees in the cell: a date cell shows a day, not its serial number. */
export function shownText(line: LedgerLine, field: LedgerField): string {
  const cell = line.cells.get(field);
  if (cell?.kind === "number" && cell.isDate) return dayOfSerial(cell.text) ?? cell.text;
  if (cell?.kind === "boolean") return cell.text === "1" ? "TRUE" : "FALSE";
  return textOf(line, field);
}

/** For looking up: half-width, without blanks; a whole number without its ".0". */
export function lookupText(check: LineCheck, field: LedgerField): string {
  const text = plainText(textOf(check.line, field));
  return check.line.cells.get(field)?.kind === "number" ? text.replace(/\.0+$/, "") : text;
}
