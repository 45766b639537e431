import { refuse } from "@anji/kernel";
import { addressText, type CellRange } from "@anji/workbook";
import { readWorkbook, type ReadableSheet, type SheetCell, type SheetRow } from "@anji/workbook/reading";

import {
  AMOUNT_FIELDS,
  type AmountField,
  fieldOfHeader,
  headerOf,
  type LedgerField,
  unitInHeader,
} from "./ledger-columns.ts";
import { readHeading, NO_HEADING } from "./ledger-heading.ts";
import { plainText, trimmed } from "./plain-text.ts";
import type { HeaderFault, LedgerHeading, LedgerLine, LedgerSheet, TotalLine } from "./ledger-sheet.ts";

export const LEDGER_SHEET = "问题台账";
export const LEDGER_ROWS_MAX = 100_000;
const HEADER_WITHIN_ROWS = 30;
const HEADERS_TO_RECOGNISE = 5;

/** Finds the ledger in an uploaded workbook, reads it row by row, and names other visible sheets that look like one. */
export async function readLedgerSheet(bytes: Uint8Array): Promise<LedgerSheet> {
  const sheets = await readWorkbook(bytes);
  for (const sheet of candidates(sheets)) {
    const ledger = await readSheet(sheet);
    if (ledger === null) continue;
    const others = sheets.filter((other) => other !== sheet && other.isVisible);
    return { ...ledger, otherLedgers: await ledgersAmong(others) };
  }
  return refuse({ code: "invalid", rule: "ledgerSheet.noLedger", params: { sheet: LEDGER_SHEET } });
}

async function ledgersAmong(sheets: readonly ReadableSheet[]): Promise<string[]> {
  const names: string[] = [];
  for (const sheet of sheets) if (await looksLikeLedger(sheet)) names.push(sheet.name);
  return names;
}

/** A sheet of lists has names of columns too, but neither amounts nor texts of findings. */
async function looksLikeLedger(sheet: ReadableSheet): Promise<boolean> {
  for await (const row of sheet.rows([])) {
    if (row.number > HEADER_WITHIN_ROWS) return false;
    const found = headersOf(row);
    if (found.size >= HEADERS_TO_RECOGNISE && (found.has("found") || found.has("summary"))) return true;
  }
  return false;
}

function candidates(sheets: readonly ReadableSheet[]): readonly ReadableSheet[] {
  const named = sheets.filter((sheet) => sheet.name.trim() === LEDGER_SHEET);
  return named.length > 0 ? named : sheets.filter((sheet) => sheet.isVisible);
}

async function readSheet(sheet: ReadableSheet): Promise<Omit<LedgerSheet, "otherLedgers"> | null> {
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
  const { headerRow, columns, heading, lines, totals, headerFaults } = reading;
  return {
    sheet: sheet.name,
    headerRow,
    columns,
    lastColumn: Math.max(...columns.values()),
    heading,
    lines,
    totals,
    mergedAmounts,
    headerFaults,
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
  headerFaults: readonly HeaderFault[];
};

function newReading(): Reading {
  return {
    heading: NO_HEADING,
    headerRow: 0,
    columns: new Map(),
    fields: new Map(),
    lines: [],
    totals: [],
    headerFaults: [],
  };
}

function takeRow(reading: Reading, row: SheetRow): void {
  if (reading.headerRow === 0) {
    if (takeHeaders(reading, row)) return;
    reading.heading = readHeading(row, reading.heading);
    reading.headerFaults = [...reading.headerFaults, ...[...row.cells].flatMap((cell) => unitFault(row, cell))];
    return;
  }
  const isSecondHeader = row.number === reading.headerRow + 1 && reading.lines.length === 0 && isHeaderRow(row);
  if (isSecondHeader) takeHeaders(reading, row);
  else takeLine(reading, row);
}

function takeHeaders(reading: Reading, row: SheetRow): boolean {
  const found = headersOf(row);
  if (reading.headerRow === 0 && found.size < HEADERS_TO_RECOGNISE) return false;
  // The row above may hold group names, such as 所属单位, over headers of this one.
  const isGroupAbove = ({ rule, cell }: HeaderFault) =>
    rule === "ledgerSheet.headerUnknown" &&
    [...found.values()].some((column) => cell === addressText({ column, row: row.number - 1 }));
  reading.headerFaults = [...reading.headerFaults.filter((fault) => !isGroupAbove(fault)), ...faultsOf(reading, row)];
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

/** Texts only, and more of them headers than not: a finding has numbers and values. */
function isHeaderRow(row: SheetRow): boolean {
  const cells = [...row.cells.values()].filter((cell) => plainText(cell.text) !== "");
  const known = cells.filter((cell) => cell.kind === "text" && fieldOfHeader(cell.text) !== null);
  return cells.every((cell) => cell.kind === "text") && known.length * 2 > cells.length;
}

/** A unit other than 万元, in a header or in a group name above the headers. */
function unitFault(row: SheetRow, [column, { text }]: readonly [number, { readonly text: string }]): HeaderFault[] {
  const unit = unitInHeader(text);
  if (unit === null || unit === "万元") return [];
  const cell = addressText({ column, row: row.number });
  return [{ rule: "ledgerSheet.headerUnit", cell, params: { found: plainText(text) } }];
}

/** What is taken only as the sender confirms it: a header nobody knows, one met twice, a unit other than 万元. */
function faultsOf(reading: Reading, row: SheetRow): HeaderFault[] {
  const faults: HeaderFault[] = [];
  const seen = new Map(reading.columns);
  for (const [column, { text }] of row.cells) {
    const shown = plainText(text);
    if (shown === "") continue;
    const cell = addressText({ column, row: row.number });
    const field = fieldOfHeader(text);
    const first = field === null ? undefined : seen.get(field);
    faults.push(...unitFault(row, [column, { text }]));
    if (field === null) faults.push({ rule: "ledgerSheet.headerUnknown", cell, params: { found: shown } });
    if (field !== null && first !== undefined && first !== column) {
      const params = { found: shown, field: headerOf(field) };
      faults.push({ rule: "ledgerSheet.headerTwice", cell, params });
    }
    if (field !== null && first === undefined) seen.set(field, column);
  }
  return faults;
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
