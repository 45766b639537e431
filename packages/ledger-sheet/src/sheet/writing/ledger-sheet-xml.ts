import { sumFen, wanExact, ZERO_FEN, type Fen } from "@anji/kernel";
import {
  emptyCell,
  encodeAttribute,
  formulaCell,
  hasExactNumber,
  inPieces,
  rowXml,
  type SheetColumn,
  textCell,
  worksheetEnd,
  worksheetStart,
} from "@anji/workbook/writing";

import type { LedgerCatalogue } from "../ledger-catalogue.ts";
import { AMOUNT_FIELDS, LEDGER_COLUMNS, type AmountField, type LedgerField } from "../ledger-columns.ts";
import type { LedgerFacts } from "../ledger-reading.ts";
import { ledgerLists } from "./ledger-guide.ts";
import { ledgerLayout } from "./ledger-layout.ts";
import { amountCell, COLUMN_LETTERS, ledgerRowXml, type LedgerNames } from "./ledger-row-xml.ts";
import { STYLES } from "./ledger-styles.ts";

export const FIRST_LEDGER_ROW = 5;
const LAST_LETTER = COLUMN_LETTERS.at(-1) ?? "A";
const ROWS_WITH_LISTS = 5000;

export type LedgerSheetContent = {
  readonly catalogue: LedgerCatalogue;
  readonly names: LedgerNames;
  readonly title: string;
  readonly heading: string;
  /** Null for a template: it has no row that could be read as a finding. */
  readonly rows: AsyncIterable<LedgerFacts> | null;
};

/** The ledger's worksheet, piece by piece. */
export function ledgerSheetXml(content: LedgerSheetContent): AsyncGenerator<string, void, undefined> {
  return inPieces(sheetTexts(content));
}

async function* sheetTexts(content: LedgerSheetContent): AsyncGenerator<string, void, undefined> {
  const layout = ledgerLayout({ columns: columnsOf(content), frozen: { columns: 2, rows: FIRST_LEDGER_ROW - 1 } });
  yield worksheetStart(layout) + headXml(content);
  let rowNumber = FIRST_LEDGER_ROW;
  const totals = new Map<AmountField, Fen>(AMOUNT_FIELDS.map((field) => [field, ZERO_FEN]));
  for await (const facts of content.rows ?? []) {
    for (const field of AMOUNT_FIELDS) totals.set(field, sumFen([totals.get(field) ?? ZERO_FEN, facts[`${field}Fen`]]));
    yield ledgerRowXml({ facts, names: content.names, rowNumber });
    rowNumber += 1;
  }
  if (rowNumber > FIRST_LEDGER_ROW) yield totalXml({ totals, rowNumber });
  const lastRow = Math.max(rowNumber - 1, FIRST_LEDGER_ROW - 1);
  yield worksheetEnd({
    layout,
    filter: `A4:${LAST_LETTER}${lastRow}`,
    merges: merges(),
    validations: validations(content, lastRow),
  });
}

function columnsOf(content: LedgerSheetContent): readonly SheetColumn[] {
  const amounts: readonly string[] = AMOUNT_FIELDS;
  return LEDGER_COLUMNS.map(({ field, width }) => ({
    width,
    style: amounts.includes(field) ? STYLES.blankAmount : field === "no" ? STYLES.plain : STYLES.blankText,
    isHidden: content.rows === null && field === "demonstrationNote",
  }));
}

function headXml(content: LedgerSheetContent): string {
  const upper = LEDGER_COLUMNS.map((column, at) => {
    const isFirstOfGroup = column.group === null || LEDGER_COLUMNS[at - 1]?.group !== column.group;
    return headerCell(`${COLUMN_LETTERS[at]}3`, isFirstOfGroup ? (column.group ?? column.header) : "");
  });
  const lower = LEDGER_COLUMNS.map((column, at) =>
    headerCell(`${COLUMN_LETTERS[at]}4`, column.group === null ? "" : column.header),
  );
  return [
    rowXml({ row: 1, points: 30, cells: textCell({ at: "A1", style: STYLES.title }, content.title) }),
    rowXml({ row: 2, points: null, cells: textCell({ at: "A2", style: STYLES.plain }, content.heading) }),
    rowXml({ row: 3, points: null, cells: upper.join("") }),
    rowXml({ row: 4, points: null, cells: lower.join("") }),
  ].join("");
}

function headerCell(at: string, text: string): string {
  return text === "" ? emptyCell({ at, style: STYLES.header }) : textCell({ at, style: STYLES.header }, text);
}

function totalXml(options: { totals: ReadonlyMap<AmountField, Fen>; rowNumber: number }): string {
  const { totals, rowNumber } = options;
  const cells = LEDGER_COLUMNS.map((column, at) => {
    const letter = COLUMN_LETTERS[at] ?? "";
    const cell = { at: `${letter}${rowNumber}`, style: STYLES.totalText };
    const amount = AMOUNT_FIELDS.find((field) => field === column.field);
    if (amount !== undefined) return totalCell({ letter, rowNumber, total: totals.get(amount) ?? ZERO_FEN });
    return column.field === "project" ? textCell(cell, "合计") : emptyCell(cell);
  });
  return rowXml({ row: rowNumber, points: null, cells: cells.join("") });
}

function totalCell(options: { letter: string; rowNumber: number; total: Fen }): string {
  const { letter, rowNumber, total } = options;
  const cell = { at: `${letter}${rowNumber}`, style: STYLES.totalAmount };
  const result = wanExact(total);
  if (!hasExactNumber(result)) return amountCell(cell, total);
  return formulaCell(cell, { formula: `SUM(${letter}${FIRST_LEDGER_ROW}:${letter}${rowNumber - 1})`, result });
}

function merges(): readonly string[] {
  const ranges = [`A1:${LAST_LETTER}1`, `A2:${LAST_LETTER}2`];
  LEDGER_COLUMNS.forEach((column, at) => {
    const letter = COLUMN_LETTERS[at] ?? "";
    if (column.group === null) ranges.push(`${letter}3:${letter}4`);
    else if (LEDGER_COLUMNS[at - 1]?.group !== column.group) {
      const length = LEDGER_COLUMNS.filter((other) => other.group === column.group).length;
      ranges.push(`${letter}3:${COLUMN_LETTERS[at + length - 1]}3`);
    }
  });
  return ranges;
}

function validations(content: LedgerSheetContent, lastRow: number): readonly string[] {
  const { rangeOf } = ledgerLists(content.catalogue, content.names);
  const until = Math.max(lastRow, FIRST_LEDGER_ROW) + ROWS_WITH_LISTS;
  const rows = (field: LedgerField) => {
    const letter = COLUMN_LETTERS[LEDGER_COLUMNS.findIndex((column) => column.field === field)];
    return `${letter}${FIRST_LEDGER_ROW}:${letter}${until}`;
  };
  const list = (field: LedgerField, title: string, prompt: string) =>
    `<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="不在列表中" error="${encodeAttribute(`请从下拉列表选择${title}。`)}" promptTitle="${title}" prompt="${encodeAttribute(prompt)}" sqref="${rows(field)}"><formula1>${rangeOf(title)}</formula1></dataValidation>`;
  return [
    list("fundLine", "险种", "从列表选择。"),
    list("category", "问题类别", "从列表选择，或留空。"),
    list("kind", "问题种类", "从列表选择代码和名称。"),
    list("rectificationKind", "整改类型", "从列表选择。"),
    list("unitCode", "单位代码", "六位代码，见“字典”表。"),
    `<dataValidation type="decimal" operator="greaterThanOrEqual" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="金额" error="请填写不小于 0 的数字，单位万元。" promptTitle="金额" prompt="万元，最多六位小数。" sqref="${AMOUNT_FIELDS.map(rows).join(" ")}"><formula1>0</formula1></dataValidation>`,
  ];
}
