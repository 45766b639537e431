import { fen, wanExact } from "@anji/kernel";

import { AMOUNT_COLUMNS, AMOUNT_NAMES, STATUS_NAMES } from "./figures.ts";
import type { LedgerSums } from "./ledger-sums.ts";
import type { MonthlyFindingRow } from "./monthly-report-content.ts";
import { columnName, formulaCell, numberCell, textCell, type Cell } from "./workbook/cell.ts";
import { row, rowXml, sheetEnd, sheetStart, type SheetLayout } from "./workbook/sheet-writing.ts";
import type { SheetPart } from "./workbook/workbook-parts.ts";

export const DETAIL_SHEET = "问题明细";
const ROWS_A_PIECE = 500;
const FIRST_ROW = 2;

type TextColumn = { readonly title: string; readonly width: number; readonly text: (finding: MonthlyFindingRow) => string };

/** What a reader needs, before the amounts. */
const NAME_COLUMNS = [
  { title: "问题编号", width: 19, text: (finding) => finding.number },
  { title: "单位", width: 18, text: (finding) => finding.unitName },
  { title: "基金", width: 25, text: (finding) => finding.fundName },
  { title: "问题类别", width: 12, text: (finding) => finding.categoryName },
  { title: "问题种类", width: 24, text: (finding) => finding.kindName },
  { title: "发生时间", width: 12, text: (finding) => finding.occurred },
  { title: "办理状态", width: 10, text: (finding) => STATUS_NAMES[finding.status] },
] as const satisfies readonly TextColumn[];

/** What the formulas select by, behind the amounts and not printed: names repeat, codes do not. */
const CODE_COLUMNS = [
  { title: "单位代码", width: 12, text: (finding) => finding.unitCode },
  { title: "汇总单位代码", width: 14, text: (finding) => finding.unitKey },
  { title: "基金代码", width: 12, text: (finding) => finding.fundKey },
  { title: "类别代码", width: 12, text: (finding) => finding.categoryKey },
  { title: "种类代码", width: 12, text: (finding) => finding.kindKey },
] as const satisfies readonly TextColumn[];

const FIRST_AMOUNT = NAME_COLUMNS.length + 2;
const FIRST_CODE = FIRST_AMOUNT + AMOUNT_COLUMNS.length;

/** The columns that formulas of other sheets select by. */
export type KeyColumn = "办理状态" | (typeof CODE_COLUMNS)[number]["title"];

export type DetailSheet = {
  readonly part: SheetPart;
  /** The cells of a column as other sheets' formulas name them, heading and foot left out. */
  readonly keyRange: (title: KeyColumn) => string;
  readonly amountRange: (index: number) => string;
};

const LAYOUT: SheetLayout = {
  name: DETAIL_SHEET,
  columnWidths: [6, ...NAME_COLUMNS.map((column) => column.width), ...AMOUNT_COLUMNS.map(() => 16), ...CODE_COLUMNS.map((column) => column.width)],
  frozenRows: 1,
  landscape: true,
};

/** 问题明细: every frozen ledger line, in 万元 to the last fen; `sums` takes each line as it passes. */
export async function monthlyDetailSheet(
  rows: Iterable<MonthlyFindingRow> | AsyncIterable<MonthlyFindingRow>,
  sums: LedgerSums,
): Promise<DetailSheet> {
  const pieces = new Pieces(sheetStart(LAYOUT));
  pieces.add(rowXml({ ...row(headCells()), height: 34 }, 1));
  let last = FIRST_ROW - 1;
  for await (const finding of rows) {
    last += 1;
    sums.add(finding);
    pieces.add(rowXml(row(findingCells(finding, last - FIRST_ROW + 1)), last));
  }
  const end = Math.max(last, FIRST_ROW);
  const range = (column: number): string => `$${columnName(column)}$${FIRST_ROW}:$${columnName(column)}$${end}`;
  pieces.add(rowXml(row(footCells(sums, range)), end + 1));
  pieces.add(sheetEnd({ layout: LAYOUT, merges: [], filter: `A1:${columnName(LAYOUT.columnWidths.length)}${end}` }));
  return {
    part: {
      name: DETAIL_SHEET,
      frozenRows: LAYOUT.frozenRows,
      printArea: `$A$1:$${columnName(FIRST_CODE - 1)}$${end + 1}`,
      xml: pieces.joined(),
    },
    keyRange: (title) => `'${DETAIL_SHEET}'!${range(keyColumn(title))}`,
    amountRange: (index) => `'${DETAIL_SHEET}'!${range(FIRST_AMOUNT + index)}`,
  };
}

function headCells(): Cell[] {
  const amounts = AMOUNT_COLUMNS.map((column) => `${AMOUNT_NAMES[column]}（万元）`);
  const titles = ["序号", ...NAME_COLUMNS.map((column) => column.title), ...amounts, ...CODE_COLUMNS.map((column) => column.title)];
  return titles.map((title) => textCell(title, "head"));
}

function findingCells(finding: MonthlyFindingRow, count: number): Cell[] {
  return [
    numberCell(count, "count"),
    ...NAME_COLUMNS.map((column) => textCell(column.text(finding), "text")),
    ...AMOUNT_COLUMNS.map((column) => numberCell(wanExact(fen(finding[column])), "exactWan")),
    ...CODE_COLUMNS.map((column) => textCell(column.text(finding), "text")),
  ];
}

function footCells(sums: LedgerSums, range: (column: number) => string): Cell[] {
  const total = sums.total();
  return [
    textCell("合计", "totalText"),
    ...NAME_COLUMNS.map(() => textCell("", "totalText")),
    ...AMOUNT_COLUMNS.map((column, index) =>
      formulaCell({ formula: `ROUND(SUM(${range(FIRST_AMOUNT + index)}),6)`, value: wanExact(total.sums[column]), style: "totalExactWan" }),
    ),
  ];
}

function keyColumn(title: KeyColumn): number {
  const code = CODE_COLUMNS.findIndex((column) => column.title === title);
  return code >= 0 ? FIRST_CODE + code : 2 + NAME_COLUMNS.findIndex((column) => column.title === title);
}

/** Joins text into bytes by pieces of some hundred rows: 100,000 rows never stand in memory as one string. */
class Pieces {
  readonly #encoder = new TextEncoder();
  readonly #encoded: Uint8Array[] = [];
  #waiting: string[];

  constructor(start: string) {
    this.#waiting = [start];
  }

  add(text: string): void {
    this.#waiting.push(text);
    if (this.#waiting.length > ROWS_A_PIECE) this.#encode();
  }

  joined(): Uint8Array {
    this.#encode();
    const bytes = new Uint8Array(this.#encoded.reduce((size, piece) => size + piece.length, 0));
    let at = 0;
    for (const piece of this.#encoded) {
      bytes.set(piece, at);
      at += piece.length;
    }
    return bytes;
  }

  #encode(): void {
    this.#encoded.push(this.#encoder.encode(this.#waiting.join("")));
    this.#waiting = [];
  }
}
