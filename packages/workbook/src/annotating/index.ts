export { annotateWorkbook, type CellNote } from "./annotate-workbook.ts";
