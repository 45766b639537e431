import { parseDay, type Day } from "@anji/kernel";
import { addressText, parseRange } from "@anji/workbook";

import { compareTotals } from "./checks/compare-totals.ts";
import { indexCatalogue } from "./checks/catalogue-index.ts";
import { findDuplicates } from "./checks/find-duplicates.ts";
import { dateReader } from "./checks/read-dates.ts";
import { readLine, rowText } from "./checks/read-line.ts";
import type { LedgerCatalogue, LedgerUnit } from "./ledger-catalogue.ts";
import { headerOf, NEEDED_FIELDS } from "./ledger-columns.ts";
import type { LedgerReading, LedgerRow } from "./ledger-reading.ts";
import { cellAddress, type LedgerSheet } from "./ledger-sheet.ts";
import type { SheetMistake } from "./sheet-rules.ts";

export type LedgerCheckOptions = {
  readonly catalogue: LedgerCatalogue;
  readonly today: Day;
  /** False for a unit outside the area of the person who imports. */
  readonly isInArea: (unit: LedgerUnit) => boolean;
};

/** Checks every row by every rule; one mistake never hides another. Pure: the same sheet gives the same answer. */
export function checkLedger(ledger: LedgerSheet, options: LedgerCheckOptions): LedgerReading {
  const mistakes: SheetMistake[] = [...checkHeading(ledger, options.catalogue), ...checkShape(ledger)];
  const index = indexCatalogue(options.catalogue);
  const closingOn = parseDay(ledger.heading.closingOn ?? "") ?? options.catalogue.closingOn;
  const duplicates = findDuplicates(ledger);
  const repeatedRows = new Set(duplicates.map(rowOf));
  const rows: LedgerRow[] = [];
  const report = (mistake: SheetMistake) => mistakes.push(mistake);
  const shared = {
    ledger,
    index,
    closingOn,
    today: options.today,
    isInArea: options.isInArea,
    dates: dateReader(),
    report,
  };
  for (const line of ledger.lines) {
    const row = readLine({ ...shared, line });
    if (row !== null && !repeatedRows.has(line.rowNumber)) rows.push(row);
  }
  mistakes.push(...duplicates, ...compareTotals(ledger));
  const mistaken = new Set(mistakes.filter((mistake) => mistake.severity === "error").map(rowOf));
  return {
    sheet: ledger.sheet,
    templateVersion: ledger.heading.templateVersion,
    closingOn,
    texts: ledger.lines.map((line) => rowText(ledger, line)),
    rows: rows.filter((row) => !mistaken.has(row.rowNumber)),
    mistakes: mistakes.toSorted(bySheetOrder),
  };
}

function checkHeading(ledger: LedgerSheet, catalogue: LedgerCatalogue): readonly SheetMistake[] {
  const { sheet } = ledger;
  const { cell, templateVersion, amountUnit } = ledger.heading;
  const mistakes: SheetMistake[] = [];
  if (templateVersion !== catalogue.templateVersion) {
    const params = { found: templateVersion ?? "（未填）", current: catalogue.templateVersion };
    mistakes.push({ sheet, cell, rule: "ledgerSheet.templateVersion", severity: "error", params });
  }
  if (amountUnit === null) {
    mistakes.push({ sheet, cell, rule: "ledgerSheet.amountUnitMissing", severity: "error", params: {} });
  } else if (amountUnit !== "万元") {
    mistakes.push({ sheet, cell, rule: "ledgerSheet.amountUnit", severity: "error", params: { found: amountUnit } });
  }
  for (const other of ledger.otherLedgers) {
    mistakes.push({ sheet, cell, rule: "ledgerSheet.secondLedger", severity: "error", params: { other } });
  }
  return mistakes;
}

function checkShape(ledger: LedgerSheet): readonly SheetMistake[] {
  const { sheet, columns, headerRow } = ledger;
  const header = { sheet, cell: addressText({ column: 1, row: headerRow }), severity: "error" } as const;
  const mistakes: SheetMistake[] = NEEDED_FIELDS.filter((field) => !columns.has(field)).map((field) => ({
    ...header,
    rule: "ledgerSheet.headerMissing",
    params: { field: headerOf(field) },
  }));
  if (!columns.has("unitCode") && !columns.has("county")) {
    mistakes.push({ ...header, rule: "ledgerSheet.headerMissing", params: { field: headerOf("unitCode") } });
  }
  if (ledger.lines.length === 0) mistakes.push({ ...header, rule: "ledgerSheet.noRows", params: {} });
  mistakes.push(...ledger.headerFaults.map((fault) => ({ ...fault, sheet, severity: "error" as const })));
  for (const { field, rowNumber } of ledger.mergedAmounts) {
    const cell = cellAddress(ledger, { rowNumber }, field);
    mistakes.push({ ...header, cell, rule: "ledgerSheet.amountMerged", params: { field: headerOf(field) } });
  }
  return mistakes;
}

function rowOf(mistake: SheetMistake): number {
  return parseRange(mistake.cell)?.from.row ?? 0;
}

function bySheetOrder(one: SheetMistake, other: SheetMistake): number {
  const first = parseRange(one.cell)?.from;
  const second = parseRange(other.cell)?.from;
  if (first === undefined || second === undefined) return 0;
  return first.row - second.row || first.column - second.column;
}
