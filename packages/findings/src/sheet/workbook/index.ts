export { addressText, columnLetters } from "./cell-address.ts";
export { xmlText } from "./cell-text.ts";
export { formulaCell, numberCell, textCell } from "./cell-xml.ts";
export { type CellFont, type CellStyle, styleSheet } from "./style-sheet.ts";
export { inPieces } from "./text-pieces.ts";
export { wholeSheet, workbookParts, type WrittenSheet } from "./workbook-parts.ts";
export { rowXml, type SheetLayout, worksheetEnd, worksheetStart } from "./worksheet-xml.ts";
export { bytesOf, writeOfficeFile } from "./write-office-file.ts";
