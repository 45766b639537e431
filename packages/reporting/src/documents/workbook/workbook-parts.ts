import { coreProperties } from "../core-properties.ts";
import { archiveOf } from "../fixed-archive.ts";
import { xmlText } from "../xml-text.ts";
import { stylesPart } from "./workbook-styles.ts";

export type SheetPart = {
  readonly name: string;
  readonly frozenRows: number;
  /** What is printed, as "$A$1:$N$60"; null prints all. */
  readonly printArea: string | null;
  readonly xml: Uint8Array;
};

/** An .xlsx file of finished sheets; its only time is the instant the figures were frozen. */
export function workbookArchive(options: { sheets: readonly SheetPart[]; title: string; creator: string; frozenAt: string }): Uint8Array {
  const { sheets } = options;
  const encoder = new TextEncoder();
  const parts: Record<string, Uint8Array> = {
    "[Content_Types].xml": encoder.encode(contentTypes(sheets.length)),
    "_rels/.rels": encoder.encode(
      relationships([
        ["officeDocument", "xl/workbook.xml"],
        ["metadata/core-properties", "docProps/core.xml"],
      ]),
    ),
    "docProps/core.xml": encoder.encode(coreProperties(options)),
    "xl/workbook.xml": encoder.encode(workbook(sheets)),
    "xl/_rels/workbook.xml.rels": encoder.encode(
      relationships([...sheets.map((_, index): [string, string] => ["worksheet", `worksheets/sheet${index + 1}.xml`]), ["styles", "styles.xml"]]),
    ),
    "xl/styles.xml": encoder.encode(stylesPart()),
  };
  for (const [index, sheet] of sheets.entries()) parts[`xl/worksheets/sheet${index + 1}.xml`] = sheet.xml;
  return archiveOf(parts);
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

function workbook(sheets: readonly SheetPart[]): string {
  const list = sheets.map((sheet, index) => `<sheet name="${xmlText(sheet.name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`);
  const named = sheets.flatMap(definedNames);
  const names = named.length === 0 ? "" : `<definedNames>${named.join("")}</definedNames>`;
  return `${HEAD}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}"><sheets>${list.join("")}</sheets>${names}<calcPr calcId="191029"/></workbook>`;
}

function definedNames(sheet: SheetPart, index: number): string[] {
  const name = (key: string, range: string): string =>
    `<definedName name="_xlnm.${key}" localSheetId="${index}">'${xmlText(sheet.name)}'!${range}</definedName>`;
  return [
    ...(sheet.printArea === null ? [] : [name("Print_Area", sheet.printArea)]),
    ...(sheet.frozenRows === 0 ? [] : [name("Print_Titles", `$1:$${sheet.frozenRows}`)]),
  ];
}

function relationships(targets: readonly [type: string, target: string][]): string {
  const list = targets.map(([type, target], index) => {
    const kind = type.startsWith("metadata/") ? `${PACKAGE}/relationships/${type}` : `${OFFICE}/${type}`;
    return `<Relationship Id="rId${index + 1}" Type="${kind}" Target="${target}"/>`;
  });
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${list.join("")}</Relationships>`;
}

function contentTypes(sheets: number): string {
  const list = Array.from({ length: sheets }, (_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/>`);
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/>${list.join("")}<Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`;
}
