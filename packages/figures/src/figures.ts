import type { FindingStatus } from "@anji/findings";
import { type Fen, fen, sumFen } from "@anji/kernel";
import { type RollForward, rollMismatches } from "./roll-forward.ts";

/** The amounts of the money identity, each a decimal string of fen as frozen at the cut-off. */
export type Money = {
  readonly found: string;
  readonly recovered: string;
  readonly repaid: string;
  readonly rebooked: string;
  readonly writtenOff: string;
  readonly outstanding: string;
  /** 核减, and 认定总额 before it. */
  readonly reduced: string;
  readonly stated: string;
};

/** How many findings, and their money. */
export type Tally = Money & { readonly count: number };

/** One line of a breakdown; `key` is the fund line, category, kind or unit code it is about. */
export type FigureLine = Tally & { readonly key: string; readonly name: string };

export const REPORTED_STATUSES = [
  "registered",
  "classified",
  "rectifying",
  "awaitingAcceptance",
  "closed",
  "withdrawn",
] as const satisfies readonly FindingStatus[];
export type ReportedStatus = (typeof REPORTED_STATUSES)[number];

export type StatusLine = { readonly status: ReportedStatus; readonly count: number; readonly found: string };

/** A sum of findings registered within the month. */
export type CountedAmount = { readonly count: number; readonly amount: string };

/** Figures as frozen from the ledger: nothing in them was typed. */
export type LedgerFigures = {
  readonly selfCheck: Readonly<Record<"done" | "total" | "found" | "nil" | "missing" | "late", number>>;
  readonly groups: { readonly established: number; readonly implementingPlanFiled: number };
  readonly total: Tally;
  readonly byCategory: readonly FigureLine[];
  readonly byFund: readonly FigureLine[];
  readonly byKind: readonly FigureLine[];
  readonly byUnit: readonly FigureLine[];
  readonly byStatus: readonly StatusLine[];
  readonly overdueCount: number;
  readonly plannedCount: number;
  readonly rollForward: RollForward;
};

/** The same with what came in since the opening. */
export type FrozenFigures = LedgerFigures & {
  readonly thisMonth: {
    readonly found: CountedAmount;
    readonly recovered: string;
    readonly repaid: string;
    readonly rebooked: string;
    readonly writtenOff: string;
    readonly reduced: string;
    readonly closedCount: number;
  };
};

export const AMOUNT_COLUMNS = [
  "found",
  "recovered",
  "repaid",
  "rebooked",
  "writtenOff",
  "outstanding",
  "reduced",
  "stated",
] as const;
export type AmountColumn = (typeof AMOUNT_COLUMNS)[number];

/** The parts that must add up to what was found. */
export const SETTLED_COLUMNS = ["recovered", "repaid", "rebooked", "writtenOff", "outstanding"] as const;

export function columnSum(lines: readonly Money[], column: AmountColumn): Fen {
  return sumFen(lines.map((line) => fen(line[column])));
}

/** The places where figures do not add up, such as "byFund.found". An empty list means that every sum agrees. */
export function figureMismatches(figures: LedgerFigures): string[] {
  const { total, byStatus, byCategory, byFund, byKind, byUnit } = figures;
  const mismatches = identityMismatches("total", total);
  for (const [name, lines] of Object.entries({ byCategory, byFund, byKind, byUnit })) {
    for (const column of AMOUNT_COLUMNS) {
      if (columnSum(lines, column) !== fen(total[column])) mismatches.push(`${name}.${column}`);
    }
    for (const line of lines) mismatches.push(...identityMismatches(`${name}.${line.key}`, line));
  }
  if (sumFen(byStatus.map((line) => fen(line.found))) !== fen(total.found)) mismatches.push("byStatus.found");
  mismatches.push(...rollMismatches(figures.rollForward, figures));
  return mismatches;
}

/** A document must never hold figures that contradict each other. */
export function assertFiguresAddUp(figures: LedgerFigures): void {
  const mismatches = figureMismatches(figures);
  if (mismatches.length > 0) throw new Error(`frozen figures do not add up: ${mismatches.join(", ")}`);
}

function identityMismatches(name: string, money: Money): string[] {
  const parts = sumFen(SETTLED_COLUMNS.map((column) => fen(money[column])));
  const stated = sumFen([fen(money.reduced), fen(money.found)]);
  return parts === fen(money.found) && stated === fen(money.stated) ? [] : [`${name}.identity`];
}
