import { AMOUNT_COLUMNS, type Money, type FrozenFigures, REPORTED_STATUSES } from "./figures.ts";

/** What a figure is about. */
export const FIGURE_GROUPS = ["total", "category", "fund", "kind", "unit", "status", "thisMonth"] as const;
export type FigureGroup = (typeof FIGURE_GROUPS)[number];

/** What is counted or added up: findings, one of the amounts, or findings in a certain state. */
export const FIGURE_COUNTS = ["count", "closed", "overdue", "planned"] as const;
export const FIGURE_QUANTITIES = [...FIGURE_COUNTS, ...AMOUNT_COLUMNS] as const;
export type FigureQuantity = (typeof FIGURE_QUANTITIES)[number];

/** Names one figure: it opens exactly the rows that add up to it. */
export type FigureKey = { readonly by: FigureGroup; readonly key: string | null; readonly quantity: FigureQuantity };

export type FigureEntry = { readonly figure: FigureKey; readonly value: string };

const MONTH_QUANTITIES: readonly FigureQuantity[] = [
  "count",
  "closed",
  "found",
  "recovered",
  "repaid",
  "rebooked",
  "writtenOff",
  "reduced",
];

/** A figure that is never shown has no rows to open. */
export function isFigure(figure: FigureKey): boolean {
  const { by, key, quantity } = figure;
  switch (by) {
    case "total":
      return key === null;
    case "thisMonth":
      return key === null && MONTH_QUANTITIES.includes(quantity);
    case "status":
      return key !== null && REPORTED_STATUSES.some((status) => status === key);
    default:
      return key !== null;
  }
}

/** Every figure that comes from ledger rows, with its value. */
export function figureEntries(figures: FrozenFigures): FigureEntry[] {
  const { total, thisMonth } = figures;
  return [
    ...tallyEntries({ by: "total", key: null }, total),
    entry({ by: "total", key: null, quantity: "overdue" }, figures.overdueCount),
    entry({ by: "total", key: null, quantity: "planned" }, figures.plannedCount),
    ...figures.byCategory.flatMap((line) => tallyEntries({ by: "category", key: line.key }, line)),
    ...figures.byFund.flatMap((line) => tallyEntries({ by: "fund", key: line.key }, line)),
    ...figures.byKind.flatMap((line) => tallyEntries({ by: "kind", key: line.key }, line)),
    ...figures.byUnit.flatMap((line) => tallyEntries({ by: "unit", key: line.key }, line)),
    ...figures.byStatus.flatMap((line) => [
      entry({ by: "status", key: line.status, quantity: "count" }, line.count),
      entry({ by: "status", key: line.status, quantity: "found" }, line.found),
    ]),
    entry({ by: "thisMonth", key: null, quantity: "count" }, thisMonth.found.count),
    entry({ by: "thisMonth", key: null, quantity: "closed" }, thisMonth.closedCount),
    entry({ by: "thisMonth", key: null, quantity: "found" }, thisMonth.found.amount),
    entry({ by: "thisMonth", key: null, quantity: "recovered" }, thisMonth.recovered),
    entry({ by: "thisMonth", key: null, quantity: "repaid" }, thisMonth.repaid),
    entry({ by: "thisMonth", key: null, quantity: "rebooked" }, thisMonth.rebooked),
    entry({ by: "thisMonth", key: null, quantity: "writtenOff" }, thisMonth.writtenOff),
    entry({ by: "thisMonth", key: null, quantity: "reduced" }, thisMonth.reduced),
  ];
}

function tallyEntries(of: Pick<FigureKey, "by" | "key">, tally: Money & { count: number }): FigureEntry[] {
  return [
    entry({ ...of, quantity: "count" }, tally.count),
    ...AMOUNT_COLUMNS.map((quantity) => entry({ ...of, quantity }, tally[quantity])),
  ];
}

function entry(figure: FigureKey, value: string | number): FigureEntry {
  return { figure, value: String(value) };
}
