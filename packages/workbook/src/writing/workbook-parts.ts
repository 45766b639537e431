import { encodeAttribute, encodeCellText } from "../cell-text.ts";
import type { WrittenPart } from "./write-office-file.ts";
import { MAIN_NAMESPACE, OFFICE_RELATIONSHIPS, PACKAGE_NAMESPACE, SHEET_TYPES, XML_DECLARATION } from "../xml-names.ts";

export type WrittenSheet = {
  readonly name: string;
  /** A function is called after all other sheets are written, so it can hold their sums. */
  readonly content: WrittenPart["content"];
  /** Called when every sheet is written. */
  readonly printing: () => SheetPrinting;
};

/** The printed cells, such as "$A$1:$N$60", null for all; and the rows repeated on each page, such as "$1:$1". */
export type SheetPrinting = { readonly area: string | null; readonly titles: string | null };

/** All of a sheet is printed and nothing of it is repeated. */
export function wholeSheet(): SheetPrinting {
  return { area: null, titles: null };
}

const PROPERTIES_PATH = "docProps/core.xml";

/** A workbook's parts in the order to write them. `propertiesXml` is its docProps/core.xml; null means none. */
export function workbookParts(options: {
  sheets: readonly WrittenSheet[];
  stylesXml: string;
  propertiesXml: string | null;
}): readonly WrittenPart[] {
  const { sheets, stylesXml, propertiesXml } = options;
  const paths = sheets.map((_, at) => `worksheets/sheet${at + 1}.xml`);
  const written = sheets.map((sheet, at) => ({ path: `xl/${paths[at]}`, content: sheet.content }));
  const ofPackage = [{ type: `${OFFICE_RELATIONSHIPS}/officeDocument`, target: "xl/workbook.xml" }];
  if (propertiesXml !== null)
    ofPackage.push({ type: `${PACKAGE_NAMESPACE}/relationships/metadata/core-properties`, target: PROPERTIES_PATH });
  const ofWorkbook = [
    ...paths.map((target) => ({ type: `${OFFICE_RELATIONSHIPS}/worksheet`, target })),
    { type: `${OFFICE_RELATIONSHIPS}/styles`, target: "styles.xml" },
  ];
  return [
    { path: "[Content_Types].xml", content: contentTypes({ paths, hasProperties: propertiesXml !== null }) },
    { path: "_rels/.rels", content: relationships(ofPackage) },
    ...(propertiesXml === null ? [] : [{ path: PROPERTIES_PATH, content: propertiesXml }]),
    { path: "xl/_rels/workbook.xml.rels", content: relationships(ofWorkbook) },
    { path: "xl/styles.xml", content: stylesXml },
    ...written.filter((sheet) => typeof sheet.content !== "function"),
    ...written.filter((sheet) => typeof sheet.content === "function"),
    { path: "xl/workbook.xml", content: () => workbookXml(sheets) },
  ];
}

function workbookXml(sheets: readonly WrittenSheet[]): string {
  const list = sheets.map(
    ({ name }, at) => `<sheet name="${encodeAttribute(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  const names = sheets.flatMap(definedNames);
  return [
    `${XML_DECLARATION}<workbook xmlns="${MAIN_NAMESPACE}" xmlns:r="${OFFICE_RELATIONSHIPS}"><sheets>${list.join("")}</sheets>`,
    names.length === 0 ? "" : `<definedNames>${names.join("")}</definedNames>`,
    '<calcPr calcId="191029"/></workbook>',
  ].join("");
}

function definedNames(sheet: WrittenSheet, at: number): readonly string[] {
  const { area, titles } = sheet.printing();
  const name = (key: string, range: string) =>
    `<definedName name="_xlnm.${key}" localSheetId="${at}">'${encodeCellText(sheet.name)}'!${range}</definedName>`;
  return [
    ...(area === null ? [] : [name("Print_Area", area)]),
    ...(titles === null ? [] : [name("Print_Titles", titles)]),
  ];
}

function relationships(targets: readonly { type: string; target: string }[]): string {
  const list = targets.map(
    ({ type, target }, at) => `<Relationship Id="rId${at + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `${XML_DECLARATION}<Relationships xmlns="${PACKAGE_NAMESPACE}/relationships">${list.join("")}</Relationships>`;
}

function contentTypes(options: { paths: readonly string[]; hasProperties: boolean }): string {
  return [
    `${XML_DECLARATION}<Types xmlns="${PACKAGE_NAMESPACE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>',
    override("xl/workbook.xml", `${SHEET_TYPES}.sheet.main+xml`),
    override("xl/styles.xml", `${SHEET_TYPES}.styles+xml`),
    ...options.paths.map((path) => override(`xl/${path}`, `${SHEET_TYPES}.worksheet+xml`)),
    options.hasProperties
      ? override(PROPERTIES_PATH, "application/vnd.openxmlformats-package.core-properties+xml")
      : "",
    "</Types>",
  ].join("");
}

function override(path: string, type: string): string {
  return `<Override PartName="/${path}" ContentType="${type}"/>`;
}
