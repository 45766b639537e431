export { addressText, columnLetters } from "./cell-address.ts";
export { encodeCellText } from "./cell-text.ts";
export { type CellAt, formulaCell, numberCell, textCell } from "./cell-xml.ts";
export { type CellFont, type CellStyle, styleSheet } from "./style-sheet.ts";
export { inPieces } from "./text-pieces.ts";
export { type SheetPrinting, wholeSheet, workbookParts, type WrittenSheet } from "./workbook-parts.ts";
export { rowXml, type SheetLayout, worksheetEnd, worksheetStart } from "./worksheet-xml.ts";
export { bytesOf, writeOfficeFile, type WrittenPart } from "./write-office-file.ts";
