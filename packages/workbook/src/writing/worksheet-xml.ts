import { addressText } from "../cell-address.ts";
import { encodeCellText } from "../cell-text.ts";
import { MAIN_NAMESPACE, XML_DECLARATION } from "../xml-names.ts";

export type SheetColumn = { readonly width: number; readonly style: number | null; readonly isHidden: boolean };

export type SheetPage = {
  readonly paper: "A3" | "A4";
  readonly isLandscape: boolean;
  readonly marginsInches: { readonly sides: number; readonly ends: number };
  readonly isCentred: boolean;
  /** In the codes of a spreadsheet: "&P" is the page, "&N" how many there are. */
  readonly footer: string | null;
};

export type SheetLayout = {
  readonly columns: readonly SheetColumn[];
  /** The first columns and rows, which stay in view. */
  readonly frozen: { readonly columns: number; readonly rows: number };
  readonly rowPoints: number | null;
  readonly showsGrid: boolean;
  readonly page: SheetPage;
};

const PAPERS = { A3: 8, A4: 9 } as const;
const USUAL_ROW_POINTS = 15;

/** A worksheet up to its first row. */
export function worksheetStart(layout: SheetLayout): string {
  const { columns, rowPoints, showsGrid } = layout;
  const grid = showsGrid ? "" : ' showGridLines="0"';
  const height =
    rowPoints === null ? `defaultRowHeight="${USUAL_ROW_POINTS}"` : `defaultRowHeight="${rowPoints}" customHeight="1"`;
  return [
    `${XML_DECLARATION}<worksheet xmlns="${MAIN_NAMESPACE}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<sheetViews><sheetView workbookViewId="0"${grid}>${paneXml(layout)}</sheetView></sheetViews><sheetFormatPr ${height}/>`,
    `<cols>${columns.map(columnXml).join("")}</cols><sheetData>`,
  ].join("");
}

/** A row of cells; null leaves it the height of the sheet's rows. */
export function rowXml(options: { row: number; points: number | null; cells: string }): string {
  const height = options.points === null ? "" : ` ht="${options.points}" customHeight="1"`;
  return `<row r="${options.row}"${height}>${options.cells}</row>`;
}

/** What follows the rows, in the order of the schema. */
export function worksheetEnd(options: {
  layout: SheetLayout;
  filter: string | null;
  merges: readonly string[];
  validations: readonly string[];
}): string {
  const { page } = options.layout;
  const { sides, ends } = page.marginsInches;
  const merges = options.merges.map((range) => `<mergeCell ref="${range}"/>`);
  return [
    `</sheetData>${options.filter === null ? "" : `<autoFilter ref="${options.filter}"/>`}`,
    counted("mergeCells", merges),
    counted("dataValidations", options.validations),
    page.isCentred ? '<printOptions horizontalCentered="1"/>' : "",
    `<pageMargins left="${sides}" right="${sides}" top="${ends}" bottom="${ends}" header="0.3" footer="0.3"/>`,
    `<pageSetup paperSize="${PAPERS[page.paper]}" orientation="${page.isLandscape ? "landscape" : "portrait"}" fitToWidth="1" fitToHeight="0"/>`,
    page.footer === null ? "" : `<headerFooter><oddFooter>${encodeCellText(page.footer)}</oddFooter></headerFooter>`,
    "</worksheet>",
  ].join("");
}

function counted(name: string, items: readonly string[]): string {
  return items.length === 0 ? "" : `<${name} count="${items.length}">${items.join("")}</${name}>`;
}

function paneXml({ frozen: { columns, rows } }: SheetLayout): string {
  if (columns === 0 && rows === 0) return "";
  const splits = `${columns === 0 ? "" : ` xSplit="${columns}"`}${rows === 0 ? "" : ` ySplit="${rows}"`}`;
  const pane = columns === 0 ? "bottomLeft" : rows === 0 ? "topRight" : "bottomRight";
  const topLeft = addressText({ column: columns + 1, row: rows + 1 });
  return `<pane${splits} topLeftCell="${topLeft}" activePane="${pane}" state="frozen"/><selection pane="${pane}"/>`;
}

function columnXml(column: SheetColumn, at: number): string {
  const style = column.style === null ? "" : ` style="${column.style}"`;
  return `<col min="${at + 1}" max="${at + 1}" width="${column.width}"${style} customWidth="1"${column.isHidden ? ' hidden="1"' : ""}/>`;
}
