import { ROLL_COLUMNS, type RollAmounts, type RollColumn } from "@anji/figures";
import { fen, wanExact } from "@anji/kernel";
import { arabicMonth } from "@anji/official-documents";
import { columnLetters } from "@anji/workbook";
import { type Cell, drawnSheet, mergedRow, type Row, row, type WrittenSheet } from "@anji/workbook/writing";
import type { MonthlyReportContent } from "./monthly-report-content.ts";
import { ROLL_NAMES } from "./roll-forward-table.ts";
import { formulaCell, numberCell, textCell } from "./workbook/cell.ts";
import { reportLayout } from "./workbook/report-layout.ts";

const FIRST_AMOUNT = 3;
const COLUMNS = FIRST_AMOUNT + ROLL_COLUMNS.length - 1;
const LAYOUT = reportLayout({
  columnWidths: [12, 28, ...ROLL_COLUMNS.map(() => 14)],
  frozenRows: 0,
  isLandscape: true,
});

/** 增减变动: how the opening became the closing. Each closing and each total is a formula. */
export function rollForwardSheet(content: MonthlyReportContent): WrittenSheet {
  return drawnSheet({ name: "增减变动", layout: LAYOUT, rows: () => sheetRows(content) });
}

function sheetRows(content: MonthlyReportContent): Row[] {
  const { rollForward } = content.figures;
  const opening =
    content.openingMonth === null ? "首期，期初为零" : `期初为${arabicMonth(content.openingMonth)}月报的期末`;
  const rows: Row[] = [
    mergedRow({ cell: textCell("尚未整改金额增减变动表", "title"), columns: COLUMNS, height: 30 }),
    mergedRow({ cell: textCell(`${opening}　单位：万元`, "note"), columns: COLUMNS, height: 20 }),
  ];
  const sections = [
    { title: "一、按基金", lines: rollForward.byFund },
    { title: "二、按问题类别", lines: rollForward.byCategory },
    { title: "三、按地区（单位）", lines: rollForward.byUnit },
  ];
  for (const { title, lines } of sections) {
    const first = rows.length + 3;
    const last = first + lines.length - 1;
    const sum = (column: RollColumn) => {
      const letters = lettersOf(column);
      return lines.length === 0 ? "0" : `ROUND(SUM(${letters}${first}:${letters}${last}),6)`;
    };
    rows.push(
      mergedRow({ cell: textCell(title, "section"), columns: COLUMNS, height: 24 }),
      row(["代码", "项目", ...ROLL_COLUMNS.map((column) => ROLL_NAMES[column])].map((text) => textCell(text, "head"))),
      ...lines.map((line, index) => row([...named(line.key, line.name, "text"), ...lineCells(line, first + index)])),
      row([...named("", "合计", "totalText"), ...footCells(rollForward.total, sum)]),
    );
  }
  return rows;
}

function named(code: string, name: string, style: "text" | "totalText"): Cell[] {
  return [textCell(code, style), textCell(name, style)];
}

function lineCells(line: RollAmounts, at: number): Cell[] {
  return ROLL_COLUMNS.map((column) => {
    const value = wanExact(fen(line[column]));
    return column === "closing"
      ? formulaCell({ formula: closingOf(at), value, style: "wan" })
      : numberCell(value, "wan");
  });
}

/** 期初 + 新增 + 更正 − 核减 − 四种去向 */
function closingOf(at: number): string {
  const cells = (columns: readonly RollColumn[]) => columns.map((column) => `${lettersOf(column)}${at}`).join(",");
  return `ROUND(SUM(${cells(ROLL_COLUMNS.slice(0, 3))})-SUM(${cells(ROLL_COLUMNS.slice(3, -1))}),6)`;
}

function footCells(total: RollAmounts, sum: (column: RollColumn) => string): Cell[] {
  return ROLL_COLUMNS.map((column) =>
    formulaCell({ formula: sum(column), value: wanExact(fen(total[column])), style: "totalWan" }),
  );
}

function lettersOf(column: RollColumn): string {
  return columnLetters(FIRST_AMOUNT + ROLL_COLUMNS.indexOf(column));
}
