import { fen, wanExact } from "@anji/kernel";
import { columnLetters } from "@anji/workbook";
import {
  type Cell,
  inPieces,
  row,
  worksheetEnd,
  worksheetStart,
  type WrittenSheet,
  writtenRow,
} from "@anji/workbook/writing";

import { AMOUNT_NAMES, LISTED_AMOUNTS, STATUS_NAMES } from "./figure-names.ts";
import type { LedgerSums } from "./ledger-sums.ts";
import type { MonthlyFindingRow } from "./monthly-report-content.ts";
import { formulaCell, numberCell, textCell } from "./workbook/cell.ts";
import { reportLayout } from "./workbook/report-layout.ts";

const DETAIL_SHEET = "问题明细";
const FIRST_ROW = 2;

type TextColumn = {
  readonly title: string;
  readonly width: number;
  readonly text: (finding: MonthlyFindingRow) => string;
};

/** Columns for the reader, before the amounts. */
const NAME_COLUMNS = [
  { title: "问题编号", width: 19, text: (finding) => finding.number },
  { title: "单位", width: 18, text: (finding) => finding.unitName },
  { title: "基金", width: 25, text: (finding) => finding.fundName },
  { title: "问题类别", width: 12, text: (finding) => finding.categoryName },
  { title: "问题种类", width: 24, text: (finding) => finding.kindName },
  { title: "发生时间", width: 12, text: (finding) => finding.occurred },
  { title: "办理状态", width: 10, text: (finding) => STATUS_NAMES[finding.status] },
] as const satisfies readonly TextColumn[];

/** Columns the formulas select by, after the amounts and not printed. Names repeat, codes do not. */
const CODE_COLUMNS = [
  { title: "单位代码", width: 12, text: (finding) => finding.unitCode },
  { title: "汇总单位代码", width: 14, text: (finding) => finding.unitKey },
  { title: "基金代码", width: 12, text: (finding) => finding.fundKey },
  { title: "类别代码", width: 12, text: (finding) => finding.categoryKey },
  { title: "种类代码", width: 12, text: (finding) => finding.kindKey },
] as const satisfies readonly TextColumn[];

const FIRST_AMOUNT = NAME_COLUMNS.length + 2;
const FIRST_CODE = FIRST_AMOUNT + LISTED_AMOUNTS.length;

/** The columns that formulas of other sheets select by. */
export type KeyColumn = "办理状态" | (typeof CODE_COLUMNS)[number]["title"];

export type DetailSheet = {
  readonly sheet: WrittenSheet;
  /**
   * The cells of a column as formulas of other sheets name them, without heading and foot. They are known when the
   * sheet is written.
   */
  readonly keyRange: (title: KeyColumn) => string;
  readonly amountRange: (index: number) => string;
};

const COLUMN_WIDTHS = [
  6,
  ...NAME_COLUMNS.map((column) => column.width),
  ...LISTED_AMOUNTS.map(() => 16),
  ...CODE_COLUMNS.map((column) => column.width),
];
const LAYOUT = reportLayout({ columnWidths: COLUMN_WIDTHS, frozenRows: FIRST_ROW - 1, isLandscape: true });

/** 问题明细: every frozen ledger line, in 万元 to the last fen; `sums` takes each line as it passes. */
export function monthlyDetailSheet(
  rows: Iterable<MonthlyFindingRow> | AsyncIterable<MonthlyFindingRow>,
  sums: LedgerSums,
): DetailSheet {
  let count = 0;
  const end = () => Math.max(FIRST_ROW + count - 1, FIRST_ROW);
  const range = (column: number) => `$${columnLetters(column)}$${FIRST_ROW}:$${columnLetters(column)}$${end()}`;
  async function* texts() {
    yield worksheetStart(LAYOUT) + writtenRow({ ...row(headCells()), height: 34 }, 1);
    for await (const finding of rows) {
      count += 1;
      sums.add(finding);
      yield writtenRow(row(findingCells(finding, count)), FIRST_ROW + count - 1);
    }
    yield writtenRow(row(footCells(sums, range)), end() + 1);
    yield worksheetEnd({
      layout: LAYOUT,
      filter: `A1:${columnLetters(COLUMN_WIDTHS.length)}${end()}`,
      merges: [],
      validations: [],
    });
  }
  return {
    sheet: {
      name: DETAIL_SHEET,
      content: inPieces(texts()),
      printing: () => ({ area: `$A$1:$${columnLetters(FIRST_CODE - 1)}$${end() + 1}`, titles: "$1:$1" }),
    },
    keyRange: (title) => `'${DETAIL_SHEET}'!${range(keyColumn(title))}`,
    amountRange: (index) => `'${DETAIL_SHEET}'!${range(FIRST_AMOUNT + index)}`,
  };
}

function headCells(): Cell[] {
  const amounts = LISTED_AMOUNTS.map((column) => `${AMOUNT_NAMES[column]}（万元）`);
  const titles = [
    "序号",
    ...NAME_COLUMNS.map((column) => column.title),
    ...amounts,
    ...CODE_COLUMNS.map((column) => column.title),
  ];
  return titles.map((title) => textCell(title, "head"));
}

function findingCells(finding: MonthlyFindingRow, count: number): Cell[] {
  return [
    numberCell(count, "count"),
    ...NAME_COLUMNS.map((column) => textCell(column.text(finding), "text")),
    ...LISTED_AMOUNTS.map((column) => numberCell(wanExact(fen(finding[column])), "exactWan")),
    ...CODE_COLUMNS.map((column) => textCell(column.text(finding), "text")),
  ];
}

function footCells(sums: LedgerSums, range: (column: number) => string): Cell[] {
  const total = sums.total();
  return [
    textCell("合计", "totalText"),
    ...NAME_COLUMNS.map(() => textCell("", "totalText")),
    ...LISTED_AMOUNTS.map((column, index) =>
      formulaCell({
        formula: `ROUND(SUM(${range(FIRST_AMOUNT + index)}),6)`,
        value: wanExact(total.sums[column]),
        style: "totalExactWan",
      }),
    ),
  ];
}

function keyColumn(title: KeyColumn): number {
  const code = CODE_COLUMNS.findIndex((column) => column.title === title);
  return code >= 0 ? FIRST_CODE + code : 2 + NAME_COLUMNS.findIndex((column) => column.title === title);
}
