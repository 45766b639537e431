import { sumFen, type Fen } from "@anji/kernel";

import { AMOUNT_FIELDS, type AmountField } from "../ledger-columns.ts";
import { cellAddress, textOf, type LedgerLine, type LedgerSheet, type TotalLine } from "../ledger-sheet.ts";
import { plainText } from "../plain-text.ts";
import type { SheetMistake } from "../sheet-rules.ts";
import { amountShown, readAmountCell } from "./read-amounts.ts";

/** Warns of 小计 and 合计 that are not the sum of their rows: often a formula that skips amounts typed as text. */
export function compareTotals(ledger: LedgerSheet): readonly SheetMistake[] {
  const warnings: SheetMistake[] = [];
  let linesBefore = 0;
  for (const total of ledger.totals) {
    const groups = total.isGrandTotal
      ? [ledger.lines.slice(0, total.linesAbove)]
      : subtotalGroups({ ledger, total, linesBefore });
    for (const field of AMOUNT_FIELDS) {
      const warning = compare(ledger, { total, field, groups });
      if (warning !== null) warnings.push(warning);
    }
    if (!total.isGrandTotal) linesBefore = total.linesAbove;
  }
  return warnings;
}

/** A subtotal covers the rows since the last one, or only those of the project directly above it. */
function subtotalGroups(options: {
  ledger: LedgerSheet;
  total: TotalLine;
  linesBefore: number;
}): readonly (readonly LedgerLine[])[] {
  const since = options.ledger.lines.slice(options.linesBefore, options.total.linesAbove);
  const project = projectOf(since.at(-1));
  const start = since.findLastIndex((line) => projectOf(line) !== project) + 1;
  return start === 0 ? [since] : [since, since.slice(start)];
}

function projectOf(line: LedgerLine | undefined): string {
  return line === undefined ? "" : plainText(textOf(line, "project"));
}

function compare(
  ledger: LedgerSheet,
  options: { total: TotalLine; field: AmountField; groups: readonly (readonly LedgerLine[])[] },
): SheetMistake | null {
  const { total, field, groups } = options;
  const shown = amountOf(total, field);
  const sums = groups.map((lines) => sumOf(lines, field));
  const sum = sums.at(-1);
  if (shown === null || sum === null || sum === undefined || sums.includes(shown)) return null;
  return {
    sheet: ledger.sheet,
    cell: cellAddress(ledger, total, field),
    rule: total.isGrandTotal ? "ledgerSheet.totalDisagrees" : "ledgerSheet.subtotalDisagrees",
    severity: "warning",
    params: { shown: amountShown(shown), sum: amountShown(sum) },
  };
}

/** Null when an amount cannot be read: that is reported at its cell. */
function sumOf(lines: readonly LedgerLine[], field: AmountField): Fen | null {
  const amounts: Fen[] = [];
  for (const line of lines) {
    const amount = line.cells.has(field) ? amountOf(line, field) : undefined;
    if (amount === null) return null;
    if (amount !== undefined) amounts.push(amount);
  }
  return sumFen(amounts);
}

function amountOf(line: LedgerLine, field: AmountField): Fen | null {
  const cell = line.cells.get(field);
  const reading = cell === undefined ? null : readAmountCell(cell);
  return reading?.isRead === true ? reading.value : null;
}
