import { addressText } from "@anji/workbook";
import type { SheetCell } from "@anji/workbook/reading";

import type { AmountField, LedgerField } from "./ledger-columns.ts";

/** A ledger as it is in a worksheet, before any of its values is checked. */
export type LedgerSheet = {
  readonly sheet: string;
  /** The row of header names directly above the findings. */
  readonly headerRow: number;
  readonly columns: ReadonlyMap<LedgerField, number>;
  readonly lastColumn: number;
  readonly heading: LedgerHeading;
  readonly lines: readonly LedgerLine[];
  readonly totals: readonly TotalLine[];
  /** Amounts merged over several rows: one sum for many findings belongs to none of them. */
  readonly mergedAmounts: readonly { readonly field: AmountField; readonly rowNumber: number }[];
  /** Headers that cannot be read as the sender may mean them. */
  readonly headerFaults: readonly HeaderFault[];
  /** Other visible sheets with headers of a ledger. */
  readonly otherLedgers: readonly string[];
};

export type HeaderFault = {
  readonly rule: "ledgerSheet.headerUnit" | "ledgerSheet.headerUnknown" | "ledgerSheet.headerTwice";
  readonly cell: string;
  readonly params: Readonly<Record<string, string>>;
};

/** The line above the headers: 模板版本, 截止日期, 金额单位. */
export type LedgerHeading = {
  readonly cell: string;
  readonly templateVersion: string | null;
  readonly closingOn: string | null;
  readonly amountUnit: string | null;
};

/** One row that is to become one finding. Its texts have no blanks around them, and no cell is blank. */
export type LedgerLine = {
  readonly rowNumber: number;
  readonly isHidden: boolean;
  readonly cells: ReadonlyMap<LedgerField, SheetCell>;
};

/** A 小计 or 合计 row, and the number of lines above it. */
export type TotalLine = LedgerLine & { readonly isGrandTotal: boolean; readonly linesAbove: number };

export function cellAddress(sheet: LedgerSheet, line: { readonly rowNumber: number }, field: LedgerField): string {
  return addressText({ column: sheet.columns.get(field) ?? 1, row: line.rowNumber });
}

/** The text of a cell; empty when there is none. */
export function textOf(line: LedgerLine, field: LedgerField): string {
  return line.cells.get(field)?.text ?? "";
}
