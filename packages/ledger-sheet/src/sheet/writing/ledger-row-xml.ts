import { halfWidth, parseDay, parseMonth, wanExact, type Fen } from "@anji/kernel";
import { columnLetters, serialOfDay } from "@anji/workbook";
import { type CellAt, emptyCell, hasExactNumber, numberCell, rowXml, textCell } from "@anji/workbook/writing";

import { MEANS_NAMES, RECTIFICATION_KIND_NAMES, type LedgerCatalogue, type LedgerUnit } from "../ledger-catalogue.ts";
import { LEDGER_COLUMNS, type LedgerField } from "../ledger-columns.ts";
import type { LedgerFacts } from "../ledger-reading.ts";
import { STYLES } from "./ledger-styles.ts";

export const COLUMN_LETTERS: readonly string[] = LEDGER_COLUMNS.map((_, at) => columnLetters(at + 1));

/** What a row writes in addition to its facts: the names of its codes. */
export type LedgerNames = {
  readonly funds: ReadonlyMap<string, string>;
  readonly categories: ReadonlyMap<string, string>;
  readonly kinds: ReadonlyMap<string, string>;
  readonly units: ReadonlyMap<string, UnitNames>;
  /** Dates repeat from row to row; each is computed once. */
  readonly dates: Map<string, WrittenDate>;
};
type WrittenDate = { readonly serial: number | null; readonly text: string };
export type UnitNames = { readonly city: string; readonly county: string };

export function ledgerNames(catalogue: LedgerCatalogue): LedgerNames {
  const byCode = new Map(catalogue.units.map((unit) => [unit.code, unit]));
  return {
    funds: new Map(catalogue.funds.map((fund) => [fund.code, fund.name])),
    categories: new Map(catalogue.categories.map((category) => [category.code, category.name])),
    kinds: new Map(catalogue.kinds.map((kind) => [kind.code, `${kind.code} ${kind.name}`])),
    units: new Map(catalogue.units.map((unit) => [unit.code, unitNames(unit, byCode)])),
    dates: new Map(),
  };
}

function unitNames(unit: LedgerUnit, byCode: ReadonlyMap<string, LedgerUnit>): UnitNames {
  if (unit.level === "province") return { city: unit.name, county: "省本级" };
  if (unit.level === "city") return { city: unit.name, county: "市本级" };
  let above = byCode.get(unit.parentCode ?? "");
  while (above !== undefined && above.level !== "city" && above.parentCode !== null)
    above = byCode.get(above.parentCode);
  return { city: above?.name ?? "", county: unit.name };
}

/** One finding as one row of the sheet. */
export function ledgerRowXml(options: { facts: LedgerFacts; names: LedgerNames; rowNumber: number }): string {
  const { facts, names, rowNumber } = options;
  let cells = "";
  for (let column = 0; column < LEDGER_COLUMNS.length; column += 1) {
    const field = LEDGER_COLUMNS[column]?.field;
    if (field !== undefined) cells += cellXml({ field, facts, names, at: `${COLUMN_LETTERS[column]}${rowNumber}` });
  }
  return rowXml({ row: rowNumber, points: null, cells });
}

function cellXml(options: { field: LedgerField; facts: LedgerFacts; names: LedgerNames; at: string }): string {
  const { field, facts, names, at } = options;
  switch (field) {
    case "no":
      return numberCell({ at, style: STYLES.integer }, String(facts.no));
    case "city":
    case "county":
      return textCell({ at, style: STYLES.text }, named(names.units, facts.unitCode)[field]);
    case "fundLine":
      return textCell({ at, style: STYLES.text }, named(names.funds, facts.fundLine));
    case "category":
      return textCell({ at, style: STYLES.text }, named(names.categories, facts.category));
    case "kind":
      return textCell({ at, style: STYLES.text }, named(names.kinds, facts.kind));
    case "occurrence":
      return dateCell({ at, text: facts.occurrence.text, names });
    case "discoveredOn":
      return dateCell({ at, text: facts.discoveredOn, names });
    case "dueOn":
      return facts.dueOn === null ? emptyCell({ at, style: STYLES.text }) : dateCell({ at, text: facts.dueOn, names });
    case "found":
    case "recovered":
    case "repaid":
    case "rebooked":
    case "writtenOff":
    case "outstanding":
      return amountCell({ at, style: STYLES.amount }, facts[`${field}Fen`]);
    case "rectificationKind":
      return nullableText(at, nameOf(RECTIFICATION_KIND_NAMES, facts.rectificationKind));
    case "means":
      return nullableText(at, facts.means.map((means) => nameOf(MEANS_NAMES, means)).join("、"));
    default:
      return nullableText(at, facts[field]);
  }
}

/** 万元 to the last fen. A number with more digits than a spreadsheet keeps is written as text. */
export function amountCell(at: CellAt, amount: Fen): string {
  const text = wanExact(amount);
  return hasExactNumber(text) ? numberCell(at, text) : textCell(at, text);
}

/** A day is a date cell; a month or year stays text, since a date cell would invent the day. */
function dateCell(options: { at: string; text: string; names: LedgerNames }): string {
  const { at, text, names } = options;
  let written = names.dates.get(text);
  if (written === undefined) {
    written = writtenDate(text);
    names.dates.set(text, written);
  }
  if (written.serial !== null) return numberCell({ at, style: STYLES.day }, String(written.serial));
  return textCell({ at, style: STYLES.text }, written.text);
}

function writtenDate(text: string): WrittenDate {
  const on = parseDay(text);
  if (on !== null) return { serial: serialOfDay(on), text };
  const [year, month] = text.split("-");
  return { serial: null, text: parseMonth(text) === null ? `${year}年` : `${year}年${Number(month)}月` };
}

function nullableText(at: string, text: string | null): string {
  return text === null || text === ""
    ? emptyCell({ at, style: STYLES.text })
    : textCell({ at, style: STYLES.text }, text);
}

function nameOf(names: Readonly<Record<string, string>>, key: string | null): string | null {
  return Object.keys(names).find((name) => names[name] === key) ?? null;
}

function named<Value>(names: ReadonlyMap<string, Value>, code: string): Value {
  const name = names.get(code);
  if (name === undefined) throw new Error(`not in the ledger's catalogue: ${halfWidth(code)}`);
  return name;
}
