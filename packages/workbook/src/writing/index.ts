export { type CellAt, emptyCell, formulaCell, hasExactNumber, numberCell, textCell } from "./cell-xml.ts";
export { coreProperties } from "./core-properties.ts";
export { type Cell, drawnSheet, mergedRow, type Row, row, writtenRow } from "./drawn-sheet.ts";
export { fixedArchive } from "./fixed-archive.ts";
export { type CellFont, type CellStyle, styleSheet } from "./style-sheet.ts";
export { inPieces } from "./text-pieces.ts";
export { wholeSheet, workbookParts, type WrittenSheet } from "./workbook-parts.ts";
export {
  rowXml,
  type SheetColumn,
  type SheetLayout,
  type SheetPage,
  worksheetEnd,
  worksheetStart,
} from "./worksheet-xml.ts";
export { bytesOf, writeOfficeFile } from "./write-office-file.ts";
export { encodeAttribute } from "../cell-text.ts";
