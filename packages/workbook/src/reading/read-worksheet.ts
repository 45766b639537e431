import { COLUMNS_MAX, parseAddress, parseRange, ROWS_MAX, type CellRange } from "../cell-address.ts";
import { decodeCellText } from "../cell-text.ts";
import { dateStylesOf } from "./date-styles.ts";
import { refuseWorkbook, type WorkbookParts } from "./open-workbook.ts";
import { isTrue, readXml, type XmlAttributes, type XmlListener } from "./read-xml.ts";
import { sharedStringsOf, textCollector } from "./shared-strings.ts";
import type { WorkbookOutline } from "./workbook-outline.ts";

/**
 * The content of a cell. A number stays the text of the file, so that no digit is lost. `uncomputed` is a formula
 * without a stored result.
 */
export type SheetCell =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "number"; readonly text: string; readonly isDate: boolean }
  | { readonly kind: "boolean"; readonly text: string }
  | { readonly kind: "error"; readonly text: string }
  | { readonly kind: "uncomputed"; readonly text: string };
export type SheetRow = {
  readonly number: number;
  readonly isHidden: boolean;
  readonly cells: ReadonlyMap<number, SheetCell>;
};

/** What the cells of every worksheet of a workbook refer to. */
export type CellContext = {
  readonly strings: readonly string[];
  readonly dateStyles: ReadonlySet<string>;
  readonly is1904: boolean;
};

export async function cellContextOf(parts: WorkbookParts, outline: WorkbookOutline): Promise<CellContext> {
  return {
    strings: await sharedStringsOf(parts, outline.sharedStringsPath),
    dateStyles: await dateStylesOf(parts, outline.stylesPath),
    is1904: outline.is1904,
  };
}

/**
 * Yields the rows that are not empty, from the top. Merged ranges follow the rows in the file and are added to `merges`
 * at the end.
 */
export async function* worksheetRows(options: {
  parts: WorkbookParts;
  path: string;
  context: CellContext;
  merges: CellRange[];
}): AsyncGenerator<SheetRow, void, undefined> {
  const finished: SheetRow[] = [];
  const listener = worksheetListener({ context: options.context, merges: options.merges, finished });
  for await (const _ of readXml(options.parts.stream(options.path), listener)) {
    yield* finished;
    finished.length = 0;
  }
}

function worksheetListener(options: { context: CellContext; merges: CellRange[]; finished: SheetRow[] }): XmlListener {
  const inline = textCollector();
  let row = { number: 0, isHidden: false, cells: new Map<number, SheetCell>() };
  let column = 0;
  let attributes: XmlAttributes = {};
  let value = "";
  let isInValue = false;
  let hasFormula = false;
  return {
    open(name, found) {
      if (name === "row") {
        row = { number: rowNumber(found["r"], row.number + 1), isHidden: isTrue(found["hidden"]), cells: new Map() };
        column = 0;
      } else if (name === "c") {
        column = columnNumber(found["r"], { expectedRow: row.number, next: column + 1 });
        attributes = found;
        value = "";
        hasFormula = false;
        inline.clear();
      } else if (name === "v") isInValue = true;
      else if (name === "f") hasFormula = true;
      else if (name === "mergeCell") options.merges.push(mergedRange(found["ref"]));
      else inline.open(name);
    },
    text(text) {
      if (isInValue) value += text;
      else inline.add(text);
    },
    close(name) {
      if (name === "v") isInValue = false;
      else if (name === "c") {
        const cell = cellOf({ attributes, value, inlineText: inline.taken(), hasFormula, context: options.context });
        if (cell !== null) row.cells.set(column, cell);
      } else if (name === "row") {
        if (row.cells.size > 0) options.finished.push(row);
      } else inline.close(name);
    },
  };
}

function cellOf(options: {
  attributes: XmlAttributes;
  value: string;
  inlineText: string;
  hasFormula: boolean;
  context: CellContext;
}): SheetCell | null {
  const { value, context } = options;
  const type = options.attributes["t"] ?? "n";
  if (type === "inlineStr") return options.inlineText === "" ? null : { kind: "text", text: options.inlineText };
  if (value === "") return options.hasFormula && type !== "str" ? { kind: "uncomputed", text: "" } : null;
  if (type === "s") return sharedText(context.strings, value);
  if (type === "str" || type === "d") return { kind: "text", text: decodeCellText(value) };
  if (type === "b") return { kind: "boolean", text: value };
  if (type === "e") return { kind: "error", text: value };
  const isDate = context.dateStyles.has(options.attributes["s"] ?? "0");
  const text = value.trim();
  return {
    kind: "number",
    text: isDate && context.is1904 ? String(Number(text) + DAYS_FROM_1900_TO_1904) : text,
    isDate,
  };
}

// Then both systems count a date alike.
const DAYS_FROM_1900_TO_1904 = 1462;

function sharedText(strings: readonly string[], value: string): SheetCell | null {
  const text = strings[Number(value)];
  if (text === undefined) return refuseWorkbook("workbook.damaged", {});
  return text === "" ? null : { kind: "text", text };
}

function rowNumber(text: string | undefined, next: number): number {
  const number = text === undefined ? next : Number(text);
  if (!Number.isInteger(number) || number < next || number > ROWS_MAX) return refuseWorkbook("workbook.damaged", {});
  return number;
}

function columnNumber(text: string | undefined, options: { expectedRow: number; next: number }): number {
  const address = text === undefined ? { column: options.next, row: options.expectedRow } : parseAddress(text);
  if (
    address === null ||
    address.row !== options.expectedRow ||
    address.column < options.next ||
    address.column > COLUMNS_MAX
  ) {
    return refuseWorkbook("workbook.damaged", {});
  }
  return address.column;
}

function mergedRange(text: string | undefined): CellRange {
  return parseRange(text ?? "") ?? refuseWorkbook("workbook.damaged", {});
}
