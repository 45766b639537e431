import { columnLetters } from "./cell-address.ts";
import { encodeCellText } from "./cell-text.ts";
import { bytesOf, writeOfficeFile } from "./writing/write-office-file.ts";
import { MAIN_NAMESPACE, OFFICE_RELATIONSHIPS, PACKAGE_NAMESPACE, SHEET_TYPES } from "./xml-names.ts";

/** The parts of the smallest workbook; a test replaces or adds what it is about. */
export function minimalParts(options: { sheetName: string; sheet: string }): Map<string, string | Uint8Array> {
  return new Map<string, string | Uint8Array>([
    ["[Content_Types].xml", contentTypes(`${SHEET_TYPES}.sheet.main+xml`)],
    [
      "_rels/.rels",
      relationships(`<Relationship Id="a" Type="${OFFICE_RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/>`),
    ],
    [
      "xl/workbook.xml",
      `<workbook xmlns="${MAIN_NAMESPACE}" xmlns:r="${OFFICE_RELATIONSHIPS}"><sheets><sheet name="${options.sheetName}" sheetId="1" r:id="b"/></sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      relationships(`<Relationship Id="b" Type="${OFFICE_RELATIONSHIPS}/worksheet" Target="worksheets/sheet1.xml"/>`),
    ],
    ["xl/worksheets/sheet1.xml", options.sheet],
  ]);
}

export function contentTypes(workbookType: string): string {
  return `<Types xmlns="${PACKAGE_NAMESPACE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${workbookType}"/></Types>`;
}

function relationships(content: string): string {
  return `<Relationships xmlns="${PACKAGE_NAMESPACE}/relationships">${content}</Relationships>`;
}

export async function zipped(parts: ReadonlyMap<string, string | Uint8Array>): Promise<Buffer> {
  return Buffer.from(await bytesOf(writeOfficeFile([...parts].map(([path, content]) => ({ path, content })))));
}

/** Cells of a made sheet: text, a number, or the XML inside a <c> of a given type. */
export type MadeCell = string | number | { readonly type: string; readonly xml: string } | null;

export function sheetXml(options: { rows: readonly (readonly MadeCell[])[]; merges: readonly string[] }): string {
  const rows = options.rows.map(
    (cells, at) =>
      `<row r="${at + 1}">${cells.map((cell, column) => cellXml(cell, `${columnLetters(column + 1)}${at + 1}`)).join("")}</row>`,
  );
  const merges = options.merges.map((range) => `<mergeCell ref="${range}"/>`).join("");
  return `<worksheet xmlns="${MAIN_NAMESPACE}"><sheetData>${rows.join("")}</sheetData>${merges === "" ? "" : `<mergeCells>${merges}</mergeCells>`}</worksheet>`;
}

function cellXml(cell: MadeCell, at: string): string {
  if (cell === null) return `<c r="${at}" s="0"/>`;
  if (typeof cell === "string")
    return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${encodeCellText(cell)}</t></is></c>`;
  if (typeof cell === "number") return `<c r="${at}"><v>${cell}</v></c>`;
  return `<c r="${at}" t="${cell.type}">${cell.xml}</c>`;
}
