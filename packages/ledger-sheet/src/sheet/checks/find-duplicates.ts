import { addressText } from "@anji/workbook";

import { LEDGER_COLUMNS, type LedgerField } from "../ledger-columns.ts";
import { cellAddress, textOf, type LedgerLine, type LedgerSheet } from "../ledger-sheet.ts";
import { plainText } from "../plain-text.ts";
import type { SheetMistake } from "../sheet-rules.ts";

/** Rows given twice: the later one is reported. 序号 only numbers rows on paper and does not count. */
export function findDuplicates(ledger: LedgerSheet): readonly SheetMistake[] {
  const byNumber = new Map<string, LedgerLine>();
  const byContent = new Map<string, LedgerLine>();
  const mistakes: SheetMistake[] = [];
  for (const line of ledger.lines) {
    const externalNo = plainText(textOf(line, "externalNo"));
    const content = contentOf(line);
    const sameNumber = externalNo === "" ? undefined : byNumber.get(externalNo);
    const sameContent = byContent.get(content);
    if (sameNumber !== undefined) mistakes.push(repeated(ledger, { line, earlier: sameNumber, externalNo }));
    else if (sameContent !== undefined)
      mistakes.push(
        mistake(ledger, {
          line,
          cell: rangeOf(ledger, line),
          rule: "ledgerSheet.duplicateContent",
          row: sameContent.rowNumber,
        }),
      );
    if (externalNo !== "" && sameNumber === undefined) byNumber.set(externalNo, line);
    if (sameContent === undefined) byContent.set(content, line);
  }
  return mistakes;
}

function repeated(
  ledger: LedgerSheet,
  options: { line: LedgerLine; earlier: LedgerLine; externalNo: string },
): SheetMistake {
  const { line, earlier, externalNo } = options;
  const isSame = contentOf(line) === contentOf(earlier);
  return mistake(ledger, {
    line,
    cell: isSame ? rangeOf(ledger, line) : cellAddress(ledger, line, "externalNo"),
    rule: isSame ? "ledgerSheet.duplicateRow" : "ledgerSheet.externalNoRepeated",
    row: earlier.rowNumber,
    externalNo,
  });
}

function mistake(
  ledger: LedgerSheet,
  options: { line: LedgerLine; cell: string; rule: SheetMistake["rule"]; row: number; externalNo?: string },
): SheetMistake {
  const params = { row: options.row, externalNo: options.externalNo ?? "" };
  return { sheet: ledger.sheet, cell: options.cell, rule: options.rule, severity: "error", params };
}

const CONTENT_FIELDS: readonly LedgerField[] = LEDGER_COLUMNS.map((column) => column.field).filter(
  (field) => field !== "no",
);

function contentOf(line: LedgerLine): string {
  return CONTENT_FIELDS.map((field) => textOf(line, field)).join("\u0000");
}

function rangeOf(ledger: LedgerSheet, line: LedgerLine): string {
  const first = Math.min(...ledger.columns.values());
  return `${addressText({ column: first, row: line.rowNumber })}:${addressText({ column: ledger.lastColumn, row: line.rowNumber })}`;
}
