import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from "docx";

import type { FigureTable } from "./blocks.ts";
import { TEXT_WIDTH } from "./page.ts";
import { officialRun } from "./run.ts";
import { FONTS, SIZES } from "./styles.ts";
import { plainLine, widthOf } from "./plain-text.ts";

const CELL_MARGIN = 40;
const ROW_HEIGHT_MIN = 425;
const NAME_WIDTH_MIN = 1500;
/** A table up to this many rows stays on one page. */
const ROWS_KEPT_TOGETHER = 14;

/** Caption, unit, the table with its foot, and the notes under it. */
export function officialTable(figures: FigureTable): (Paragraph | Table)[] {
  const layout = tableLayout(figures);
  return [
    ...(figures.caption === "" ? [] : [line("TableCaption", figures.caption)]),
    line("TableUnit", figures.unit),
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      columnWidths: layout.widths,
      margins: { top: CELL_MARGIN, bottom: CELL_MARGIN, left: CELL_MARGIN, right: CELL_MARGIN },
      borders: tableBorders(),
      rows: [
        tableRow({ cells: figures.columns.map((column) => column.title), figures, layout, part: "head" }),
        ...figures.rows.map((cells, index) =>
          tableRow({ cells, figures, layout, part: isKeptWithNext(figures, index) ? "kept" : "row" }),
        ),
        tableRow({ cells: figures.foot, figures, layout, part: "foot" }),
      ],
    }),
    ...(figures.notes.length === 0 ? [line("TableNote", "")] : figures.notes.map((note) => line("TableNote", note))),
  ];
}

type TableLayout = { readonly widths: number[]; readonly size: number };

/**
 * Each column of figures is as wide as its longest figure. The first column takes the rest, in smaller print if
 * necessary.
 */
function tableLayout(figures: FigureTable): TableLayout {
  for (const { size, slack } of TRIED) {
    const widths = figures.columns.map((column, index) =>
      column.holds === "text" ? 0 : columnWidth({ figures, index, size, slack }),
    );
    const left = TEXT_WIDTH - widths.reduce((sum, width) => sum + width, 0);
    const names = figures.columns.filter((column) => column.holds === "text").length;
    const nameWidth = Math.floor(left / Math.max(names, 1));
    if (nameWidth < NAME_WIDTH_MIN && size !== SIZES.print) continue;
    const laidOut = widths.map((width) => (width === 0 ? nameWidth : width));
    return { widths: spread(laidOut, figures), size };
  }
  throw new Error("no print size for the table");
}

/**
 * Room beside a figure, since a substituted font may be wider: three tenths where the page allows it, at least one
 * tenth.
 */
const TRIED = [
  { size: SIZES.table, slack: 1.3 },
  { size: SIZES.table, slack: 1.1 },
  { size: SIZES.print, slack: 1.1 },
] as const;

function columnWidth(options: { figures: FigureTable; index: number; size: number; slack: number }): number {
  const { figures, index, size, slack } = options;
  const cells = [...figures.rows, figures.foot].map((row) => row[index] ?? "");
  const figure = Math.max(...cells.map(widthOf)) * slack;
  const title = titleWidth(widthOf(figures.columns[index]?.title ?? ""), figure);
  return Math.ceil(Math.max(figure, title) * size * 10) + CELL_MARGIN * 2 + 20;
}

/** A title takes one line, or two of equal length: 政府/偿还, not 政府偿/还. */
function titleWidth(title: number, figure: number): number {
  const half = Math.ceil(title / 2);
  return title > 3 && figure < half + 0.5 ? half : title;
}

/** A name column keeps at most two fifths of the page; the rest goes to the figures. */
function spread(widths: readonly number[], figures: FigureTable): number[] {
  const limit = Math.floor(TEXT_WIDTH * 0.4);
  const numbers = figures.columns.filter((column) => column.holds === "number").length;
  const over = widths.reduce(
    (sum, width, index) => sum + (figures.columns[index]?.holds === "text" ? Math.max(0, width - limit) : 0),
    0,
  );
  const share = Math.floor(over / Math.max(numbers, 1));
  const spreadOut = widths.map((width, index) =>
    figures.columns[index]?.holds === "text" ? Math.min(width, limit) : width + share,
  );
  const missing = TEXT_WIDTH - spreadOut.reduce((sum, width) => sum + width, 0);
  return spreadOut.map((width, index) => (index === 0 ? width + missing : width));
}

type RowPart = "head" | "row" | "kept" | "foot";

/** A short table is not split, and a foot is never alone on a page. */
function isKeptWithNext(figures: FigureTable, index: number): boolean {
  return figures.rows.length <= ROWS_KEPT_TOGETHER || index === figures.rows.length - 1;
}

function tableRow(options: {
  cells: readonly string[];
  figures: FigureTable;
  layout: TableLayout;
  part: RowPart;
}): TableRow {
  const { cells, figures, layout, part } = options;
  return new TableRow({
    cantSplit: true,
    ...(part === "head" ? { tableHeader: true } : {}),
    ...(part === "head" || part === "kept" ? { keepNext: true } : {}),
    height: { value: ROW_HEIGHT_MIN, rule: HeightRule.ATLEAST },
    children: cells.map((text, index) => {
      const isNumber = figures.columns[index]?.holds === "number";
      const alignment = part === "head" ? AlignmentType.CENTER : isNumber ? AlignmentType.RIGHT : AlignmentType.LEFT;
      return new TableCell({
        width: { size: layout.widths[index] ?? 0, type: WidthType.DXA },
        verticalAlign: VerticalAlign.CENTER,
        children: [
          new Paragraph({
            style: "TableText",
            alignment,
            children: [
              officialRun({
                text: plainLine(text),
                size: layout.size,
                ...(part === "head" || part === "foot" ? { eastAsia: FONTS.heading } : {}),
              }),
            ],
          }),
        ],
      });
    }),
  });
}

function tableBorders() {
  const thin = { style: BorderStyle.SINGLE, size: 4, color: "000000" };
  const thick = { style: BorderStyle.SINGLE, size: 8, color: "000000" };
  return { top: thick, bottom: thick, left: thin, right: thin, insideHorizontal: thin, insideVertical: thin };
}

function line(style: string, text: string): Paragraph {
  return new Paragraph({ style, children: [officialRun({ text: plainLine(text) })] });
}
