import { sumFen, wanExact, ZERO_FEN, type Fen } from "@anji/kernel";

import type { LedgerCatalogue } from "../ledger-catalogue.ts";
import { AMOUNT_FIELDS, LEDGER_COLUMNS, type AmountField, type LedgerField } from "../ledger-columns.ts";
import { AMOUNT_KEYS, type LedgerFacts } from "../ledger-reading.ts";
import { emptyCell, formulaCell, textCell } from "../workbook/cell-xml.ts";
import { encodeAttribute } from "../workbook/cell-text.ts";
import { ledgerLists } from "./ledger-guide.ts";
import { amountCell, COLUMN_LETTERS, hasExactNumber, ledgerRowXml, type LedgerNames } from "./ledger-row-xml.ts";
import { STYLES } from "./ledger-styles.ts";
import { worksheetStart, WORKSHEET_END } from "./workbook-frame.ts";

export const FIRST_LEDGER_ROW = 5;
const LAST_LETTER = COLUMN_LETTERS.at(-1) ?? "A";
const PIECE_LENGTH = 32 * 1024;
const ROWS_WITH_LISTS = 5000;

export type LedgerSheetContent = {
  readonly catalogue: LedgerCatalogue;
  readonly names: LedgerNames;
  readonly title: string;
  readonly heading: string;
  /** Null for a template: it has no row that could be read as a finding. */
  readonly rows: AsyncIterable<LedgerFacts> | null;
};

/** The ledger's worksheet, piece by piece: a hundred thousand rows never stand in memory together. */
export async function* ledgerSheetXml(content: LedgerSheetContent): AsyncGenerator<string, void, undefined> {
  const isTemplate = content.rows === null;
  let piece = worksheetStart({ columns: columnsXml(isTemplate), view: FROZEN }) + headXml(content);
  let rowNumber = FIRST_LEDGER_ROW;
  const totals = new Map<AmountField, Fen>(AMOUNT_FIELDS.map((field) => [field, ZERO_FEN]));
  for await (const facts of content.rows ?? []) {
    piece += ledgerRowXml({ facts, names: content.names, rowNumber });
    for (const field of AMOUNT_FIELDS) totals.set(field, sumFen([totals.get(field) ?? ZERO_FEN, facts[AMOUNT_KEYS[field]]]));
    rowNumber += 1;
    if (piece.length < PIECE_LENGTH) continue;
    yield piece;
    piece = "";
  }
  if (rowNumber > FIRST_LEDGER_ROW) piece += totalXml({ totals, rowNumber });
  yield `${piece}</sheetData>${tailXml(content, rowNumber)}`;
}

const FROZEN = '<pane xSplit="2" ySplit="4" topLeftCell="C5" activePane="bottomRight" state="frozen"/><selection pane="bottomRight"/>';

function columnsXml(isTemplate: boolean): string {
  const amounts: readonly string[] = AMOUNT_FIELDS;
  return LEDGER_COLUMNS.map((column, at) => {
    const style = amounts.includes(column.field) ? STYLES.blankAmount : column.field === "no" ? STYLES.plain : STYLES.blankText;
    const hidden = isTemplate && column.field === "demonstrationNote" ? ' hidden="1"' : "";
    return `<col min="${at + 1}" max="${at + 1}" width="${column.width}" style="${style}" customWidth="1"${hidden}/>`;
  }).join("");
}

function headXml(content: LedgerSheetContent): string {
  const upper = LEDGER_COLUMNS.map((column, at) => {
    const isFirstOfGroup = column.group === null || LEDGER_COLUMNS[at - 1]?.group !== column.group;
    return headerCell(`${COLUMN_LETTERS[at]}3`, isFirstOfGroup ? (column.group ?? column.header) : "");
  });
  const lower = LEDGER_COLUMNS.map((column, at) => headerCell(`${COLUMN_LETTERS[at]}4`, column.group === null ? "" : column.header));
  return [
    `<row r="1" ht="30" customHeight="1">${textCell({ at: "A1", style: STYLES.title }, content.title)}</row>`,
    `<row r="2">${textCell({ at: "A2", style: STYLES.heading }, content.heading)}</row>`,
    `<row r="3">${upper.join("")}</row><row r="4">${lower.join("")}</row>`,
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
  return `<row r="${rowNumber}">${cells.join("")}</row>`;
}

function totalCell(options: { letter: string; rowNumber: number; total: Fen }): string {
  const { letter, rowNumber, total } = options;
  const cell = { at: `${letter}${rowNumber}`, style: STYLES.totalAmount };
  const result = wanExact(total);
  if (!hasExactNumber(result)) return amountCell(cell, total);
  return formulaCell(cell, { formula: `SUM(${letter}${FIRST_LEDGER_ROW}:${letter}${rowNumber - 1})`, result });
}

/** What follows the rows, in the order the schema asks for. */
function tailXml(content: LedgerSheetContent, nextRow: number): string {
  const lastRow = Math.max(nextRow - 1, FIRST_LEDGER_ROW - 1);
  return `<autoFilter ref="A4:${LAST_LETTER}${lastRow}"/>${mergesXml()}${validationsXml(content, lastRow)}${WORKSHEET_END}`;
}

function mergesXml(): string {
  const ranges = [`A1:${LAST_LETTER}1`, `A2:${LAST_LETTER}2`];
  LEDGER_COLUMNS.forEach((column, at) => {
    const letter = COLUMN_LETTERS[at] ?? "";
    if (column.group === null) ranges.push(`${letter}3:${letter}4`);
    else if (LEDGER_COLUMNS[at - 1]?.group !== column.group) {
      const length = LEDGER_COLUMNS.filter((other) => other.group === column.group).length;
      ranges.push(`${letter}3:${COLUMN_LETTERS[at + length - 1]}3`);
    }
  });
  return `<mergeCells count="${ranges.length}">${ranges.map((range) => `<mergeCell ref="${range}"/>`).join("")}</mergeCells>`;
}

function validationsXml(content: LedgerSheetContent, lastRow: number): string {
  const { rangeOf } = ledgerLists(content.catalogue, content.names);
  const until = Math.max(lastRow, FIRST_LEDGER_ROW) + ROWS_WITH_LISTS;
  const rows = (field: LedgerField) => {
    const letter = COLUMN_LETTERS[LEDGER_COLUMNS.findIndex((column) => column.field === field)];
    return `${letter}${FIRST_LEDGER_ROW}:${letter}${until}`;
  };
  const list = (field: LedgerField, title: string, prompt: string) =>
    `<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="不在列表中" error="${encodeAttribute(`请从下拉列表选择${title}。`)}" promptTitle="${title}" prompt="${encodeAttribute(prompt)}" sqref="${rows(field)}"><formula1>${rangeOf(title)}</formula1></dataValidation>`;
  const validations = [
    list("fundLine", "险种", "从列表选择。"),
    list("category", "问题类别", "从列表选择，或留空。"),
    list("kind", "问题种类", "从列表选择代码和名称。"),
    list("rectificationKind", "整改类型", "从列表选择。"),
    list("unitCode", "单位代码", "六位代码，见“字典”表。"),
    `<dataValidation type="decimal" operator="greaterThanOrEqual" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="金额" error="请填写不小于 0 的数字，单位万元。" promptTitle="金额" prompt="万元，最多六位小数。" sqref="${AMOUNT_FIELDS.map(rows).join(" ")}"><formula1>0</formula1></dataValidation>`,
  ];
  return `<dataValidations count="${validations.length}">${validations.join("")}</dataValidations>`;
}
