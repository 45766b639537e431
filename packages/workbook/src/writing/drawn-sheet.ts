import { assertNever } from "@anji/kernel";

import { addressText } from "../cell-address.ts";
import { formulaCell, numberCell, textCell } from "./cell-xml.ts";
import { wholeSheet, type WrittenSheet } from "./workbook-parts.ts";
import { rowXml, type SheetLayout, worksheetEnd, worksheetStart } from "./worksheet-xml.ts";

/** A cell and the number of its style. */
export type Cell =
  | { readonly kind: "text"; readonly text: string; readonly style: number }
  /** A decimal written out, such as "2.683472": it is stored as it is. */
  | { readonly kind: "number"; readonly value: string; readonly style: number }
  /** A formula with its value, so that a reader that does not compute shows the same. */
  | { readonly kind: "formula"; readonly formula: string; readonly value: string; readonly style: number };

/** Null leaves a cell out. `merged` are the first and the last column of cells that read as one. */
export type Row = {
  readonly cells: readonly (Cell | null)[];
  readonly height: number | null;
  readonly merged: readonly [first: number, last: number] | null;
};

export function row(cells: readonly (Cell | null)[]): Row {
  return { cells, height: null, merged: null };
}

/** A line of text across the first `columns` columns. */
export function mergedRow(options: { cell: Cell; columns: number; height: number }): Row {
  return { cells: [options.cell], height: options.height, merged: [1, options.columns] };
}

export function writtenRow(written: Row, number: number): string {
  const cells = written.cells.map((cell, index) =>
    cell === null ? "" : cellXml(cell, addressText({ column: index + 1, row: number })),
  );
  return rowXml({ row: number, points: written.height, cells: cells.join("") });
}

/** A sheet of few rows, drawn after the long sheets are written. */
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
  const { style } = cell;
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
