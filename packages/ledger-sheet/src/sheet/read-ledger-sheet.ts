import { refuse } from "@anji/kernel";
import type { CellRange } from "@anji/workbook";
import { readWorkbook, type ReadableSheet, type SheetCell, type SheetRow } from "@anji/workbook/reading";

import { AMOUNT_FIELDS, fieldOfHeader, type AmountField, type LedgerField } from "./ledger-columns.ts";
import { readHeading, NO_HEADING } from "./ledger-heading.ts";
import { plainText, trimmed } from "./plain-text.ts";
import type { LedgerHeading, LedgerLine, LedgerSheet, TotalLine } from "./ledger-sheet.ts";

export const LEDGER_SHEET = "问题台账";
export const LEDGER_ROWS_MAX = 100_000;
const HEADER_WITHIN_ROWS = 30;
const HEADERS_TO_RECOGNISE = 5;

/** Finds the ledger in an uploaded workbook and reads it row by row; other sheets are not looked at. */
export async function readLedgerSheet(bytes: Uint8Array): Promise<LedgerSheet> {
  for (const sheet of candidates(await readWorkbook(bytes))) {
    const ledger = await readSheet(sheet);
    if (ledger !== null) return ledger;
  }
  return refuse({ code: "invalid", rule: "ledgerSheet.noLedger", params: { sheet: LEDGER_SHEET } });
}

function candidates(sheets: readonly ReadableSheet[]): readonly ReadableSheet[] {
  const named = sheets.filter((sheet) => sheet.name.trim() === LEDGER_SHEET);
  return named.length > 0 ? named : sheets.filter((sheet) => sheet.isVisible);
}

async function readSheet(sheet: ReadableSheet): Promise<LedgerSheet | null> {
  const merges: CellRange[] = [];
  const reading = newReading();
  for await (const row of sheet.rows(merges)) {
    if (reading.headerRow === 0 && row.number > HEADER_WITHIN_ROWS) return null;
    takeRow(reading, row);
    if (reading.lines.length > LEDGER_ROWS_MAX)
      refuse({ code: "invalid", rule: "ledgerSheet.tooManyRows", params: { maximum: LEDGER_ROWS_MAX } });
  }
  if (reading.headerRow === 0) return null;
  const mergedAmounts = spreadMerges(reading, merges);
  const { headerRow, columns, heading, lines, totals } = reading;
  return {
    sheet: sheet.name,
    headerRow,
    columns,
    lastColumn: Math.max(...columns.values()),
    heading,
    lines,
    totals,
    mergedAmounts,
  };
}

type OpenLine = LedgerLine & { readonly cells: Map<LedgerField, SheetCell> };
type Reading = {
  heading: LedgerHeading;
  headerRow: number;
  readonly columns: Map<LedgerField, number>;
  fields: ReadonlyMap<number, LedgerField>;
  readonly lines: OpenLine[];
  readonly totals: TotalLine[];
};

function newReading(): Reading {
  return { heading: NO_HEADING, headerRow: 0, columns: new Map(), fields: new Map(), lines: [], totals: [] };
}

function takeRow(reading: Reading, row: SheetRow): void {
  if (reading.headerRow === 0) {
    if (!takeHeaders(reading, row)) reading.heading = readHeading(row, reading.heading);
    return;
  }
  const isSecondHeader = row.number === reading.headerRow + 1 && reading.lines.length === 0 && isAllHeaders(row);
  if (isSecondHeader) takeHeaders(reading, row);
  else takeLine(reading, row);
}

function takeHeaders(reading: Reading, row: SheetRow): boolean {
  const found = headersOf(row);
  if (reading.headerRow === 0 && found.size < HEADERS_TO_RECOGNISE) return false;
  for (const [field, column] of found) if (!reading.columns.has(field)) reading.columns.set(field, column);
  reading.headerRow = row.number;
  reading.fields = new Map([...reading.columns].map(([field, column]) => [column, field]));
  return true;
}

function headersOf(row: SheetRow): ReadonlyMap<LedgerField, number> {
  const found = new Map<LedgerField, number>();
  for (const [column, cell] of row.cells) {
    const field = cell.kind === "text" ? fieldOfHeader(cell.text) : null;
    if (field !== null && !found.has(field)) found.set(field, column);
  }
  return found;
}

function isAllHeaders(row: SheetRow): boolean {
  return [...row.cells.values()].every(
    (cell) => cell.kind === "text" && (fieldOfHeader(cell.text) !== null || plainText(cell.text) === ""),
  );
}

const TOTAL_LABEL = /^(?:本页|分类|分项)?(小计|合计|总计|累计|共计)[::]?$/;
// A row that names a fund, kind or amount is meant as a finding even when its 序号 was forgotten.
const TELLING_FIELDS = ["fundLine", "kind", "found", "unitCode"] as const satisfies readonly LedgerField[];

function takeLine(reading: Reading, row: SheetRow): void {
  const cells = new Map<LedgerField, SheetCell>();
  for (const [column, cell] of row.cells) {
    const field = reading.fields.get(column);
    if (field === undefined) continue;
    const text = trimmed(cell.text);
    if (text !== "" || cell.kind === "uncomputed")
      cells.set(field, text.length === cell.text.length ? cell : { ...cell, text });
  }
  const line = { rowNumber: row.number, isHidden: row.isHidden, cells };
  const isNumbered = /^\d+(?:\.0+)?$/.test(plainText(cells.get("no")?.text ?? ""));
  const label = totalLabel(cells);
  // A numbered row with a fund and a kind is a finding, with any name of its project.
  if (label !== null && !(isNumbered && cells.has("fundLine") && cells.has("kind"))) {
    reading.totals.push({ ...line, isGrandTotal: label !== "小计", linesAbove: reading.lines.length });
    return;
  }
  const isFilled = isNumbered ? cells.size > 1 : TELLING_FIELDS.some((field) => cells.has(field));
  if (isFilled) reading.lines.push(line);
}

function totalLabel(cells: ReadonlyMap<LedgerField, SheetCell>): string | null {
  for (const field of ["no", "project", "noticeNo", "auditedBody", "city", "county"] as const) {
    const label = TOTAL_LABEL.exec(plainText(cells.get(field)?.text ?? ""))?.[1];
    if (label !== undefined) return label;
  }
  return null;
}

/** A value merged downwards belongs to every row of the merge; a merged amount belongs to none and is reported. */
function spreadMerges(reading: Reading, merges: readonly CellRange[]): LedgerSheet["mergedAmounts"] {
  const lineOfRow = new Map(reading.lines.map((line) => [line.rowNumber, line]));
  const lastRow = reading.lines.at(-1)?.rowNumber ?? 0;
  const mergedAmounts: { field: AmountField; rowNumber: number }[] = [];
  const covered = new Set<string>();
  for (const { from, to } of merges) {
    const field = reading.fields.get(from.column);
    const top = lineOfRow.get(from.row)?.cells;
    if (field === undefined || top === undefined || to.row === from.row) continue;
    const amount = AMOUNT_FIELDS.find((name) => name === field);
    if (amount !== undefined && top.has(field)) mergedAmounts.push({ field: amount, rowNumber: from.row });
    for (let row = from.row + 1; row <= Math.min(to.row, lastRow); row += 1) {
      // Merges never overlap in a valid file; stopping here limits the work for a false one.
      const key = `${from.column}:${row}`;
      if (covered.has(key)) break;
      covered.add(key);
      const line = lineOfRow.get(row);
      const value = top.get(field);
      if (line !== undefined && value !== undefined && amount === undefined) line.cells.set(field, value);
    }
  }
  return mergedAmounts;
}
