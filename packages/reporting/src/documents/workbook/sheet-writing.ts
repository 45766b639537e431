import { assertNever } from "@anji/kernel";

import { xmlText } from "../xml-text.ts";
import { address, cellText, looksLikeFormula, type Cell } from "./cell.ts";
import { styleIndex } from "./workbook-styles.ts";

export type SheetLayout = {
  readonly name: string;
  readonly columnWidths: readonly number[];
  /** Rows that stay in view and are repeated on every printed page; 0 for none. */
  readonly frozenRows: number;
  readonly landscape: boolean;
};

/** `merged` are the first and the last column of cells that read as one. */
export type Row = { readonly cells: readonly Cell[]; readonly height: number | null; readonly merged: readonly [first: number, last: number] | null };

export function row(cells: readonly Cell[]): Row {
  return { cells, height: null, merged: null };
}

/** A line of text over the first `columns` columns. */
export function mergedRow(options: { cell: Cell; columns: number; height: number }): Row {
  return { cells: [options.cell], height: options.height, merged: [1, options.columns] };
}

export function sheetStart(layout: SheetLayout): string {
  const pane =
    layout.frozenRows === 0
      ? ""
      : `<pane ySplit="${layout.frozenRows}" topLeftCell="${address(1, layout.frozenRows + 1)}" activePane="bottomLeft" state="frozen"/>`;
  const columns = layout.columnWidths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`);
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0" showGridLines="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="18" customHeight="1"/><cols>${columns.join("")}</cols><sheetData>`;
}

export function rowXml(written: Row, number: number): string {
  const height = written.height === null ? "" : ` ht="${written.height}" customHeight="1"`;
  return `<row r="${number}"${height}>${written.cells.map((cell, index) => cellXml(cell, address(index + 1, number))).join("")}</row>`;
}

export function sheetEnd(options: { layout: SheetLayout; merges: readonly string[]; filter: string | null }): string {
  const { layout, merges, filter } = options;
  const filterXml = filter === null ? "" : `<autoFilter ref="${filter}"/>`;
  const mergeXml = merges.length === 0 ? "" : `<mergeCells count="${merges.length}">${merges.map((range) => `<mergeCell ref="${range}"/>`).join("")}</mergeCells>`;
  return `</sheetData>${filterXml}${mergeXml}<printOptions horizontalCentered="1"/><pageMargins left="0.6" right="0.6" top="0.7" bottom="0.7" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="${layout.landscape ? "landscape" : "portrait"}" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter></worksheet>`;
}

/** A whole sheet from its rows; long sheets are written in pieces with the functions above. */
export function sheetXml(layout: SheetLayout, rows: readonly Row[]): string {
  const merges = rows.flatMap(({ merged }, index) =>
    merged === null ? [] : [`${address(merged[0], index + 1)}:${address(merged[1], index + 1)}`],
  );
  return `${sheetStart(layout)}${rows.map((written, index) => rowXml(written, index + 1)).join("")}${sheetEnd({ layout, merges, filter: null })}`;
}

function cellXml(cell: Cell, at: string): string {
  switch (cell.kind) {
    case "text":
      return `<c r="${at}" s="${styleIndex(cell.style === "text" && looksLikeFormula(cell.text) ? "quotedText" : cell.style)}" t="inlineStr"><is><t xml:space="preserve">${cellText(cell.text)}</t></is></c>`;
    case "number":
      return `<c r="${at}" s="${styleIndex(cell.style)}"><v>${xmlText(cell.value)}</v></c>`;
    case "formula":
      return `<c r="${at}" s="${styleIndex(cell.style)}"><f>${xmlText(cell.formula)}</f><v>${xmlText(cell.value)}</v></c>`;
    default:
      return assertNever(cell);
  }
}
