import { type CampaignPlan, category, fundLine, kind } from "@anji/campaign";
import { planOf } from "@anji/campaign/queries";
import { type ActorCtx, type Page, pageOf, read, type Reader } from "@anji/database";
import { type WireAmounts, wireAmounts } from "@anji/findings";
import { assertNever, type Id, refuse } from "@anji/kernel";
import { and, asc, countDistinct, eq, ne, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import type { AmountColumn, ReportedStatus } from "../figures.ts";
import { FIGURE_COUNTS, type FigureKey, type FigureQuantity } from "../figure-key.ts";
import type { figureRowsInput } from "../inputs.ts";
import { frozenLine } from "../tables.ts";
import { cutOffInScope } from "./frozen-figures.ts";

export type FigureRow = WireAmounts & {
  findingId: string;
  lineNo: number;
  number: string;
  unitCode: string;
  unitName: string;
  unitKey: string;
  fundLine: string;
  fundName: string;
  category: string;
  categoryName: string;
  kind: string;
  kindName: string;
  summary: string;
  occurrence: { text: string; precision: string };
  status: ReportedStatus;
  dueOn: string | null;
  /** What the row adds to the figure; null when the figure counts findings. */
  amountFen: string | null;
};
export type FigureRows = Page<FigureRow> & { sum: { count: number; amountFen: string | null } };

/** Exactly the frozen rows that add up to a figure, with their sum. */
export async function figureRows(ctx: ActorCtx, input: z.output<typeof figureRowsInput>): Promise<FigureRows> {
  return read(ctx, async (reader) => {
    const { campaignId } = await cutOffInScope(reader, input.cutOffId);
    const { plan } = await planOf(reader, campaignId);
    return rowsOfFigure(reader, { ...input, plan });
  });
}

/** Step: the same inside an open transaction. The caller knows that the cut-off is in scope. */
export async function rowsOfFigure(
  reader: Pick<Reader, "tx">,
  options: {
    cutOffId: Id<"cutOff">;
    plan: CampaignPlan;
    figure: FigureKey;
    /** With the withdrawn findings, which no count has. */
    isWhole?: boolean;
    cursor: string | null;
    limit: number;
  },
): Promise<FigureRows> {
  const { figure, plan, limit } = options;
  const amount = amountKey(figure);
  const belongs = and(
    eq(frozenLine.cutOffId, options.cutOffId),
    groupOf(figure),
    options.isWhole === true ? undefined : quantityOf(figure),
  );
  const rows = await reader.tx
    .select()
    .from(frozenLine)
    .where(and(belongs, afterCursor(options.cursor)))
    .orderBy(asc(frozenLine.numberOrder), asc(frozenLine.lineNo))
    .limit(limit + 1);
  const [sum] = await reader.tx
    .select({
      count: countDistinct(frozenLine.findingId),
      amountFen:
        amount === null ? sql<string | null>`null` : sql<string>`coalesce(sum(${frozenLine[amount]}), 0)::text`,
    })
    .from(frozenLine)
    .where(belongs);
  const { items, nextCursor } = pageOf(rows, { limit, cursorOf: (last) => `${last.lineNo}:${last.numberOrder}` });
  return {
    items: items.map((row) => rowAnswer(row, { plan, figure })),
    nextCursor,
    sum: sum ?? { count: 0, amountFen: null },
  };
}

type LineRow = typeof frozenLine.$inferSelect;

function rowAnswer(row: LineRow, options: { plan: CampaignPlan; figure: FigureKey }): FigureRow {
  const { plan, figure } = options;
  const amount = amountKey(figure);
  return {
    findingId: row.findingId,
    lineNo: row.lineNo,
    number: row.number,
    unitCode: row.unitCode,
    unitName: row.unitName,
    unitKey: row.unitKey,
    fundLine: row.fundLine,
    fundName: fundLine(plan, row.fundLine)?.name ?? row.fundLine,
    category: row.category,
    categoryName: category(plan, row.category)?.name ?? row.category,
    kind: row.kind,
    kindName: kind(plan, row.kind)?.name ?? row.kind,
    summary: row.summary,
    occurrence: { text: row.occurredText, precision: row.occurredPrecision },
    status: row.status,
    dueOn: row.dueOn,
    ...wireAmounts(row),
    amountFen: amount === null ? null : row[amount].toString(),
  };
}

function groupOf(figure: FigureKey): SQL | undefined {
  const key = figure.key ?? "";
  switch (figure.by) {
    case "total":
    case "thisMonth":
      return undefined;
    case "category":
      return eq(frozenLine.category, key);
    case "fund":
      return eq(frozenLine.fundLine, key);
    case "kind":
      return eq(frozenLine.kind, key);
    case "unit":
      return eq(frozenLine.unitKey, key);
    case "status":
      return sql`${frozenLine.status} = ${key}`;
    default:
      return assertNever(figure.by);
  }
}

/** The rows that add something: a line without money counts, but adds nothing to an amount. */
function quantityOf(figure: FigureKey): SQL | undefined {
  const amount = amountKey(figure);
  const isMonth = figure.by === "thisMonth";
  if (amount !== null) {
    const newOnly = isMonth && figure.quantity === "found" ? eq(frozenLine.isNew, true) : undefined;
    return and(sql`${frozenLine[amount]} <> 0`, newOnly);
  }
  switch (figure.quantity) {
    case "count":
      return isMonth ? eq(frozenLine.isNew, true) : ne(frozenLine.status, "withdrawn");
    case "closed":
      return isMonth ? eq(frozenLine.isNewlyClosed, true) : eq(frozenLine.status, "closed");
    case "overdue":
      return eq(frozenLine.isOverdue, true);
    default:
      return eq(frozenLine.isPlanned, true);
  }
}

const AMOUNT_KEYS = {
  found: "foundFen",
  recovered: "recoveredFen",
  repaid: "repaidFen",
  rebooked: "rebookedFen",
  writtenOff: "writtenOffFen",
  outstanding: "outstandingFen",
  reduced: "reducedFen",
  stated: "statedFen",
} as const satisfies Record<AmountColumn, keyof LineRow>;
const MONTH_KEYS = {
  ...AMOUNT_KEYS,
  recovered: "newRecoveredFen",
  repaid: "newRepaidFen",
  rebooked: "newRebookedFen",
  writtenOff: "newWrittenOffFen",
  reduced: "newReducedFen",
} as const satisfies Record<AmountColumn, keyof LineRow>;

function amountKey(figure: FigureKey) {
  const { quantity } = figure;
  if (isCount(quantity)) return null;
  return figure.by === "thisMonth" ? MONTH_KEYS[quantity] : AMOUNT_KEYS[quantity];
}

function isCount(quantity: FigureQuantity): quantity is (typeof FIGURE_COUNTS)[number] {
  return FIGURE_COUNTS.some((one) => one === quantity);
}

const CURSOR = /^(\d{1,9}):(.{1,200})$/;

function afterCursor(cursor: string | null): SQL | undefined {
  if (cursor === null) return undefined;
  const [, lineNo, numberOrder] = CURSOR.exec(cursor) ?? [];
  if (lineNo === undefined) return refuse({ code: "invalid", rule: "kernel.invalidInput" });
  return sql`(${frozenLine.numberOrder}, ${frozenLine.lineNo}) > (${numberOrder}, ${Number(lineNo)})`;
}
