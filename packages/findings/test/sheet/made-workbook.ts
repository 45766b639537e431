import { bytesOf, writeOfficeFile, type WrittenPart } from "../../src/sheet/workbook/write-office-file.ts";
import { encodeCellText } from "../../src/sheet/workbook/cell-text.ts";
import { columnLetters } from "../../src/sheet/workbook/cell-address.ts";
import { LEDGER_COLUMNS, type LedgerField } from "../../src/sheet/ledger-columns.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

/** The parts of the smallest workbook; a test replaces or adds what it speaks about. */
export function minimalParts(sheet: string): Map<string, string | Uint8Array> {
  return new Map<string, string | Uint8Array>([
    ["[Content_Types].xml", contentTypes(SHEET_TYPE)],
    ["_rels/.rels", relationships(`<Relationship Id="a" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/>`)],
    [
      "xl/workbook.xml",
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="问题台账" sheetId="1" r:id="b"/></sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      relationships(`<Relationship Id="b" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>`),
    ],
    ["xl/worksheets/sheet1.xml", sheet],
  ]);
}

export function contentTypes(workbookType: string): string {
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${workbookType}"/></Types>`;
}

function relationships(content: string): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;
}

export async function zipped(parts: ReadonlyMap<string, string | Uint8Array>): Promise<Buffer> {
  const written: WrittenPart[] = [...parts].map(([path, content]) => ({ path, content }));
  return Buffer.from(await bytesOf(writeOfficeFile(written)));
}

/** Cells of a made sheet: text, a number, or the XML inside a <c> of a given type. */
export type MadeCell = string | number | { readonly type: string; readonly xml: string } | null;

export function sheetXml(options: { rows: readonly (readonly MadeCell[])[]; merges: readonly string[] }): string {
  const rows = options.rows.map(
    (cells, at) =>
      `<row r="${at + 1}">${cells.map((cell, column) => cellXml(cell, `${columnLetters(column + 1)}${at + 1}`)).join("")}</row>`,
  );
  const merges = options.merges.map((range) => `<mergeCell ref="${range}"/>`).join("");
  return `<worksheet xmlns="${MAIN}"><sheetData>${rows.join("")}</sheetData>${merges === "" ? "" : `<mergeCells>${merges}</mergeCells>`}</worksheet>`;
}

function cellXml(cell: MadeCell, at: string): string {
  if (cell === null) return `<c r="${at}" s="0"/>`;
  if (typeof cell === "string")
    return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${encodeCellText(cell)}</t></is></c>`;
  if (typeof cell === "number") return `<c r="${at}"><v>${cell}</v></c>`;
  return `<c r="${at}" t="${cell.type}">${cell.xml}</c>`;
}

export const HEADING = "模板版本：AJ-S2-2008-1 截止日期：2008年9月30日 金额单位：万元";
export const FIELDS: readonly LedgerField[] = LEDGER_COLUMNS.map((column) => column.field);

/** A sound line of the ledger with some cells replaced. */
export function madeLine(changes: Partial<Record<LedgerField, MadeCell>>): readonly MadeCell[] {
  const line: Partial<Record<LedgerField, MadeCell>> = {
    no: 1,
    city: "石家庄市",
    county: "长安区",
    unitCode: "130102",
    fundLine: "失业保险基金",
    category: "支付",
    kind: "B10 挪用",
    occurrence: "2005-12-31",
    discoveredOn: "2008-09-01",
    summary: "财政借款",
    responsibleUnit: "长安区社会保险经办机构",
    found: 100,
    recovered: 40,
    outstanding: 60,
    ...changes,
  };
  return FIELDS.map((field) => line[field] ?? null);
}

/** A ledger workbook with one header row and the given lines from row 3 on. */
export async function madeLedger(options: {
  lines: readonly (readonly MadeCell[])[];
  merges: readonly string[];
}): Promise<Buffer> {
  const rows = [[HEADING], LEDGER_COLUMNS.map((column) => column.header), ...options.lines];
  return zipped(minimalParts(sheetXml({ rows, merges: options.merges })));
}
