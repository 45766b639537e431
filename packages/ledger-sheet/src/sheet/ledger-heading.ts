import { halfWidth, readOccurrence } from "@anji/kernel";
import { addressText } from "@anji/workbook";
import type { SheetRow } from "@anji/workbook/reading";

import type { LedgerHeading } from "./ledger-sheet.ts";

export const NO_HEADING: LedgerHeading = { cell: "A2", templateVersion: null, closingOn: null, amountUnit: null };

/** The statements of a heading are short; the pattern must not run over a cell of any length. */
const HEADING_LENGTH_MAX = 200;

/** Adds what a row above the headers states, as in "模板版本：AJ-S2-2008-1  截止日期：2008年9月30日  金额单位：万元". */
export function readHeading(row: SheetRow, known: LedgerHeading): LedgerHeading {
  let heading = known;
  for (const [column, cell] of row.cells) {
    if (cell.kind !== "text") continue;
    const statements = statementsOf(cell.text.slice(0, HEADING_LENGTH_MAX));
    const templateVersion = statements.get("模板版本") ?? null;
    if (templateVersion !== null)
      heading = { ...heading, cell: addressText({ column, row: row.number }), templateVersion };
    heading = {
      ...heading,
      closingOn: dayStated(statements.get("截止日期")) ?? heading.closingOn,
      amountUnit: statements.get("金额单位") ?? heading.amountUnit,
    };
  }
  return heading;
}

function statementsOf(text: string): ReadonlyMap<string, string> {
  const statements = new Map<string, string>();
  for (const [, name = "", value = ""] of text.matchAll(/([^\s\u3000：:]+)[：:][\s\u3000]*([^\s\u3000]*)/g)) {
    statements.set(halfWidth(name), halfWidth(value));
  }
  return statements;
}

function dayStated(text: string | undefined): string | null {
  const reading = readOccurrence(text ?? "");
  return reading.isRead && reading.value.precision === "day" ? reading.value.text : null;
}
