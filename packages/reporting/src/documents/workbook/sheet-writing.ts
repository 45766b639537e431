import {
  addressText,
  formulaCell,
  numberCell,
  rowXml,
  textCell,
  wholeSheet,
  worksheetEnd,
  worksheetStart,
  type SheetLayout,
  type WrittenSheet,
} from "@anji/findings/workbook";
import { assertNever } from "@anji/kernel";

import { looksLikeFormula, type Cell } from "./cell.ts";
import { REPORT_STYLES } from "./workbook-styles.ts";

/** `merged` are the first and the last column of cells that read as one. */
export type Row = {
  readonly cells: readonly Cell[];
  readonly height: number | null;
  readonly merged: readonly [first: number, last: number] | null;
};

export function row(cells: readonly Cell[]): Row {
  return { cells, height: null, merged: null };
}

/** A line of text over the first `columns` columns. */
export function mergedRow(options: { cell: Cell; columns: number; height: number }): Row {
  return { cells: [options.cell], height: options.height, merged: [1, options.columns] };
}

/** `frozenRows` stay in view; 0 for none. */
export function reportLayout(options: {
  columnWidths: readonly number[];
  frozenRows: number;
  isLandscape: boolean;
}): SheetLayout {
  return {
    columns: options.columnWidths.map((width) => ({ width, style: null, isHidden: false })),
    frozen: { columns: 0, rows: options.frozenRows },
    rowPoints: 18,
    showsGrid: false,
    page: {
      paper: "A4",
      isLandscape: options.isLandscape,
      marginsInches: { sides: 0.6, ends: 0.7 },
      isCentred: true,
      footer: "&C第 &P 页，共 &N 页",
    },
  };
}

export function writtenRow(written: Row, number: number): string {
  const cells = written.cells.map((cell, index) => cellXml(cell, addressText({ column: index + 1, row: number })));
  return rowXml({ row: number, points: written.height, cells: cells.join("") });
}

/** A sheet of few rows, drawn when the sheets of many are written. */
export function drawnSheet(options: { name: string; layout: SheetLayout; rows: () => readonly Row[] }): WrittenSheet {
  const { name, layout } = options;
  return { name, content: () => sheetXml(layout, options.rows()), printing: wholeSheet };
}

function sheetXml(layout: SheetLayout, rows: readonly Row[]): string {
  const merges = rows.flatMap(({ merged }, index) =>
    merged === null ? [] : [merged.map((column) => addressText({ column, row: index + 1 })).join(":")],
  );
  return `${worksheetStart(layout)}${rows.map((written, index) => writtenRow(written, index + 1)).join("")}${worksheetEnd({ layout, filter: null, merges, validations: [] })}`;
}

function cellXml(cell: Cell, at: string): string {
  const style =
    REPORT_STYLES.numbers[
      cell.kind === "text" && cell.style === "text" && looksLikeFormula(cell.text) ? "quotedText" : cell.style
    ];
  switch (cell.kind) {
    case "text":
      return textCell({ at, style }, cell.text);
    case "number":
      return numberCell({ at, style }, cell.value);
    case "formula":
      return formulaCell({ at, style }, { formula: cell.formula, result: cell.value });
    default:
      return assertNever(cell);
  }
}
