import type { FigureLine, Tally } from "@anji/figures";
import { fen, wanExact } from "@anji/kernel";
import { arabicDay, arabicMonth } from "@anji/official-documents";
import { addressText, columnLetters } from "@anji/workbook";
import { type Cell, drawnSheet, mergedRow, type Row, row, type WrittenSheet } from "@anji/workbook/writing";

import { AMOUNT_NAMES, LISTED_AMOUNTS, STATUS_NAMES } from "./figure-names.ts";
import { assertRowsGiveFigures, type LedgerSums, type LedgerTally } from "./ledger-sums.ts";
import type { DetailSheet } from "./monthly-detail-sheet.ts";
import type { MonthlyReportContent } from "./monthly-report-content.ts";
import { formulaCell, numberCell, textCell } from "./workbook/cell.ts";
import { reportLayout } from "./workbook/report-layout.ts";

const FIRST_AMOUNT = 6;
const COLUMNS = FIRST_AMOUNT + LISTED_AMOUNTS.length - 1;
const HEAD = ["代码", "项目", "基金代码", "基金", "问题数", ...LISTED_AMOUNTS.map((column) => AMOUNT_NAMES[column])];

const LAYOUT = reportLayout({
  columnWidths: [10, 22, 20, 26, 9, ...LISTED_AMOUNTS.map(() => 15)],
  frozenRows: 0,
  isLandscape: true,
});

type Basis = { readonly content: MonthlyReportContent; readonly sums: LedgerSums; readonly detail: DetailSheet };

/** 月报表: every amount is a formula over 问题明细 and has its computed value. */
export function monthlyFiguresSheet(basis: Basis): WrittenSheet {
  return drawnSheet({ name: "月报表", layout: LAYOUT, rows: () => figuresRows(basis) });
}

function figuresRows(basis: Basis): readonly Row[] {
  const { content, sums, detail } = basis;
  const { figures } = content;
  assertRowsGiveFigures(sums, figures);
  const rows: Row[] = [...headingRows(content), ...progressRows(content)];
  rows.push(...crossRows(basis, rows.length));
  rows.push(
    ...breakdownRows({
      title: "三、按地区（单位）",
      lines: figures.byUnit,
      keys: detail.keyRange("汇总单位代码"),
      basis,
      above: rows.length,
    }),
  );
  rows.push(
    ...breakdownRows({
      title: "四、按问题种类",
      lines: figures.byKind,
      keys: detail.keyRange("种类代码"),
      basis,
      above: rows.length,
    }),
  );
  rows.push(...statusRows(basis, rows.length));
  return rows;
}

function headingRows(content: MonthlyReportContent): Row[] {
  const title = `${content.unitName}${arabicMonth(content.month)}${content.campaignName}工作情况月报表${content.isNil ? "（零报告）" : ""}`;
  const facts = [
    `填报单位：${content.issuingBody}`,
    `文号：${content.documentNo}`,
    `阶段：${content.phaseName}`,
    `数据截止：${arabicDay(content.cutOffOn)}`,
    "单位：个、万元",
  ];
  return [
    mergedRow({ cell: textCell(title, "title"), columns: COLUMNS, height: 30 }),
    mergedRow({ cell: textCell(facts.join("　"), "note"), columns: COLUMNS, height: 20 }),
  ];
}

function progressRows(content: MonthlyReportContent): Row[] {
  const { figures, completeness } = content;
  const { thisMonth } = figures;
  const counts: [string, number][] = [
    ["应自查单位", figures.selfCheck.total],
    ["已完成自查单位", figures.selfCheck.done],
    ["已成立领导小组", figures.groups.established],
    ["已报送具体方案", figures.groups.implementingPlanFiled],
    ["应报送数据单位", completeness.of],
    ["已报送数据单位", completeness.reported],
    ["本期新发现问题", thisMonth.found.count],
    ["本期销号问题", thisMonth.closedCount],
    ["已制定整改计划", figures.plannedCount],
    ["超过整改期限", figures.overdueCount],
  ];
  const amounts: [string, string][] = [
    ["本期新发现问题金额", thisMonth.found.amount],
    ["本期追回", thisMonth.recovered],
    ["本期同级政府偿还", thisMonth.repaid],
    ["本期调账纠正", thisMonth.rebooked],
    ["本期核销", thisMonth.writtenOff],
    ["本期核减", thisMonth.reduced],
  ];
  const lines = [
    ...counts.map(([name, count]) => ({ name, cell: numberCell(count, "count") })),
    ...amounts.map(([name, amount]) => ({ name, cell: numberCell(wanExact(fen(amount)), "wan") })),
  ];
  return [
    section("一、工作进展"),
    ...lines.map(({ name, cell }, index) => row([numberCell(index + 1, "count"), textCell(name, "text"), cell])),
  ];
}

/** Category by fund: the lines of a category, its subtotal, and at the end the total of the subtotals. */
function crossRows(basis: Basis, above: number): Row[] {
  const { content, sums, detail } = basis;
  const { figures } = content;
  const rows: Row[] = [section("二、按问题类别和基金"), headRow()];
  const subtotals: number[] = [];
  for (const category of figures.byCategory) {
    const first = above + rows.length + 1;
    for (const fund of figures.byFund) {
      const at = above + rows.length + 1;
      rows.push(
        amountsRow({
          names: [category.key, category.name, fund.key, fund.name],
          tally: sums.cell(category.key, fund.key),
          formula: (index) =>
            `ROUND(SUMIFS(${detail.amountRange(index)},${detail.keyRange("类别代码")},$A${at},${detail.keyRange("基金代码")},$C${at}),6)`,
          part: "line",
        }),
      );
    }
    const last = above + rows.length;
    subtotals.push(last + 1);
    rows.push(
      amountsRow({
        names: [category.key, `${category.name}小计`, "", ""],
        tally: tallyOf(category),
        formula: columnFormula(first, last),
        part: "total",
      }),
    );
  }
  const formula = (index: number): string =>
    `ROUND(SUM(${subtotals.map((at) => addressText({ column: FIRST_AMOUNT + index, row: at })).join(",")}),6)`;
  if (subtotals.length > 0) rows.push(totalRow(figures.total, formula));
  return rows;
}

function breakdownRows(options: {
  title: string;
  lines: readonly FigureLine[];
  keys: string;
  basis: Basis;
  above: number;
}): Row[] {
  const { lines, keys, basis, above } = options;
  const first = above + 3;
  const rows = lines.map((line, index) =>
    amountsRow({
      names: [line.key, line.name, "", ""],
      tally: tallyOf(line),
      formula: (column) => `ROUND(SUMIFS(${basis.detail.amountRange(column)},${keys},$A${first + index}),6)`,
      part: "line",
    }),
  );
  if (rows.length === 0) return [];
  const foot = totalRow(basis.content.figures.total, columnFormula(first, first + rows.length - 1));
  return [section(options.title), ...[headRow(), ...rows, foot].map(wide)];
}

function statusRows({ content, detail }: Basis, above: number): Row[] {
  const { byStatus, total } = content.figures;
  const first = above + 3;
  const states = detail.keyRange("办理状态");
  if (byStatus.length === 0) return [];
  const rows = byStatus.map((line, index) => {
    const formula = `ROUND(SUMIFS(${detail.amountRange(0)},${states},$B${first + index}),6)`;
    return wide(
      row([
        ...["", STATUS_NAMES[line.status], "", ""].map((text) => textCell(text, "text")),
        numberCell(line.count, "count"),
        formulaCell({ formula, value: wanExact(fen(line.found)), style: "wan" }),
      ]),
    );
  });
  const foot = totalRow(total, columnFormula(first, first + rows.length - 1));
  return [section("五、按办理状态"), ...[wide(headRow()), ...rows, wide(foot)].map(withFirstAmount)];
}

/** A row whose name covers the fund columns too. */
function wide(written: Row): Row {
  return { ...written, merged: [2, 4] };
}

function withFirstAmount(written: Row): Row {
  return { ...written, cells: written.cells.slice(0, FIRST_AMOUNT) };
}

function section(title: string): Row {
  return mergedRow({ cell: textCell(title, "section"), columns: COLUMNS, height: 24 });
}

function headRow(): Row {
  return row(HEAD.map((title) => textCell(title, "head")));
}

function totalRow(total: Tally, formula: (index: number) => string): Row {
  return amountsRow({ names: ["", "合计", "", ""], tally: tallyOf(total), formula, part: "total" });
}

function amountsRow(options: {
  names: readonly string[];
  tally: LedgerTally;
  formula: (index: number) => string;
  part: "line" | "total";
}): Row {
  const { names, tally, formula, part } = options;
  const isTotal = part === "total";
  const cells: Cell[] = [
    ...names.map((name) => textCell(name, isTotal ? "totalText" : "text")),
    numberCell(tally.count, isTotal ? "totalCount" : "count"),
    ...LISTED_AMOUNTS.map((column, index) =>
      formulaCell({
        formula: formula(index),
        value: wanExact(tally.sums[column]),
        style: isTotal ? "totalWan" : "wan",
      }),
    ),
  ];
  return row(cells);
}

function columnFormula(first: number, last: number): (index: number) => string {
  return (index) => {
    const column = columnLetters(FIRST_AMOUNT + index);
    return `ROUND(SUM(${column}${first}:${column}${last}),6)`;
  };
}

function tallyOf(line: Tally): LedgerTally {
  const { count, ...money } = line;
  return {
    count,
    sums: {
      found: fen(money.found),
      recovered: fen(money.recovered),
      repaid: fen(money.repaid),
      rebooked: fen(money.rebooked),
      writtenOff: fen(money.writtenOff),
      outstanding: fen(money.outstanding),
      reduced: fen(money.reduced),
      stated: fen(money.stated),
    },
  };
}
