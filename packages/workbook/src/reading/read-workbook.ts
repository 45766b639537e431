import type { CellRange } from "../cell-address.ts";
import { openWorkbook } from "./open-workbook.ts";
import { cellContextOf, type SheetRow, worksheetRows } from "./read-worksheet.ts";
import { outlineOf } from "./workbook-outline.ts";

export type ReadableSheet = {
  readonly name: string;
  readonly isVisible: boolean;
  /** The rows that are not empty, from the top, as a stream. Merged ranges are added to `merges` at the end. */
  rows(merges: CellRange[]): AsyncGenerator<SheetRow, void, undefined>;
};

/** The sheets of an uploaded workbook. A sheet is read only when its rows are asked for. */
export async function readWorkbook(bytes: Uint8Array): Promise<readonly ReadableSheet[]> {
  const parts = await openWorkbook(bytes);
  const outline = await outlineOf(parts);
  const context = await cellContextOf(parts, outline);
  return outline.sheets.map(({ name, isVisible, path }) => ({
    name,
    isVisible,
    rows: (merges) => worksheetRows({ parts, path, context, merges }),
  }));
}
