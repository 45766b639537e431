import { encodeAttribute } from "../workbook/cell-text.ts";
import type { WrittenPart } from "../workbook/write-workbook.ts";
import { stylesXml } from "./ledger-styles.ts";

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";

export type WrittenSheet = { readonly name: string; readonly content: WrittenPart["content"] };

/** The parts around the worksheets, and the worksheets. `printTitles` repeats the header rows of the first sheet on paper. */
export function workbookParts(options: { sheets: readonly WrittenSheet[]; printTitles: string }): readonly WrittenPart[] {
  const { sheets, printTitles } = options;
  const numbered = sheets.map((sheet, at) => ({ ...sheet, path: `worksheets/sheet${at + 1}.xml`, id: at + 1 }));
  const styles = numbered.length + 1;
  return [
    { path: "[Content_Types].xml", content: contentTypes(numbered.map((sheet) => sheet.path)) },
    {
      path: "_rels/.rels",
      content: `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      path: "xl/workbook.xml",
      content: [
        `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>`,
        ...numbered.map((sheet) => `<sheet name="${encodeAttribute(sheet.name)}" sheetId="${sheet.id}" r:id="rId${sheet.id}"/>`),
        `</sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">${printTitles}</definedName></definedNames></workbook>`,
      ].join(""),
    },
    {
      path: "xl/_rels/workbook.xml.rels",
      content: [
        `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">`,
        ...numbered.map((sheet) => `<Relationship Id="rId${sheet.id}" Type="${OFFICE}/worksheet" Target="${sheet.path}"/>`),
        `<Relationship Id="rId${styles}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
      ].join(""),
    },
    { path: "xl/styles.xml", content: stylesXml() },
    ...numbered.map((sheet) => ({ path: `xl/${sheet.path}`, content: sheet.content })),
  ];
}

function contentTypes(sheetPaths: readonly string[]): string {
  return [
    `${DECLARATION}<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>',
    override("workbook.xml", "sheet.main"),
    override("styles.xml", "styles"),
    ...sheetPaths.map((path) => override(path, "worksheet")),
    "</Types>",
  ].join("");
}

function override(path: string, type: string): string {
  return `<Override PartName="/xl/${path}" ContentType="${TYPES}.${type}+xml"/>`;
}

export function worksheetStart(options: { columns: string; view: string }): string {
  return `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">${options.view}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${options.columns}</cols><sheetData>`;
}

export const WORKSHEET_END =
  '<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="8" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>';
