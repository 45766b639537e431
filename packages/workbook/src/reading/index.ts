export { openWorkbook, type WorkbookParts } from "./open-workbook.ts";
export { readWorkbook, type ReadableSheet } from "./read-workbook.ts";
export type { SheetCell, SheetRow } from "./read-worksheet.ts";
