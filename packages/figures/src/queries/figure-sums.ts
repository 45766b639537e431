import { type CampaignPlan, category as categoryOf, fundLine as fundLineOf, kind as kindOf } from "@anji/campaign";
import type { Reader } from "@anji/database";
import type { Id } from "@anji/kernel";
import { unit } from "@anji/jurisdictions/tables";
import { type AnyColumn, eq, inArray, type SQL, sql } from "drizzle-orm";
import { type FigureLine, type FrozenFigures, REPORTED_STATUSES, type ReportedStatus, type Tally } from "../figures.ts";
import { type RollForward, rollForward } from "../roll-forward.ts";
import { countsUnit, type UnitFigure } from "../unit-figure.ts";
import { frozenLine } from "../tables.ts";
import { unitsOf } from "./frozen-units.ts";
import { rolledPairs } from "./rolled-pairs.ts";

type Reading = Pick<Reader, "tx">;
/** A province's units, funds, kinds and states together, at most. */
const GROUPS_MAX = 4000;

type Group = {
  category: string | null;
  fundLine: string | null;
  kind: string | null;
  unitKey: string | null;
  status: ReportedStatus | null;
};
type Counts = { count: number; newCount: number; newlyClosed: number; overdue: number; planned: number };
type Sum = Tally &
  Group &
  Counts & {
    newFound: string;
    newRecovered: string;
    newRepaid: string;
    newRebooked: string;
    newWrittenOff: string;
    newReduced: string;
  };

/** Step: the figures added up from the frozen lines and units of a cut-off. */
export async function figuresOf(
  reader: Reading,
  options: { cutOffId: Id<"cutOff">; openingId: Id<"cutOff"> | null; plan: CampaignPlan },
): Promise<FrozenFigures> {
  const { cutOffId, plan } = options;
  const sums = await sumsOf(reader, cutOffId);
  const units = await unitsOf(reader, cutOffId);
  const ofUnits = (figure: UnitFigure) => units.filter((one) => countsUnit(one, figure)).length;
  const total = totalOf(sums);
  const pairs = await rolledPairs(reader, options);
  const unitNames = await namesOf(reader, [
    ...sums.flatMap((one) => one.unitKey ?? []),
    ...pairs.flatMap((one) => one.before?.unitKey ?? []),
  ]);
  const names = {
    byFund: (key: string) => fundLineOf(plan, key)?.name,
    byCategory: (key: string) => categoryOf(plan, key)?.name,
    byUnit: (key: string) => unitNames.get(key),
  };
  return {
    selfCheck: {
      done: ofUnits("selfCheckDone"),
      total: ofUnits("selfCheckTotal"),
      found: ofUnits("selfCheckFound"),
      nil: ofUnits("selfCheckNil"),
      missing: ofUnits("selfCheckMissing"),
      late: ofUnits("selfCheckLate"),
    },
    groups: { established: ofUnits("groupEstablished"), implementingPlanFiled: ofUnits("implementingPlanFiled") },
    total: tallyOf(total),
    thisMonth: {
      found: { count: total.newCount, amount: total.newFound },
      recovered: total.newRecovered,
      repaid: total.newRepaid,
      rebooked: total.newRebooked,
      writtenOff: total.newWrittenOff,
      reduced: total.newReduced,
      closedCount: total.newlyClosed,
    },
    byCategory: ordered(
      linesBy(sums, "category", (key) => categoryOf(plan, key)?.name),
      plan.categories,
    ),
    byFund: ordered(
      linesBy(sums, "fundLine", (key) => fundLineOf(plan, key)?.name),
      plan.fundLines,
    ),
    byKind: ordered(
      linesBy(sums, "kind", (key) => kindOf(plan, key)?.name),
      plan.kinds,
    ),
    byUnit: linesBy(sums, "unitKey", (key) => unitNames.get(key)).toSorted((a, b) => (a.key < b.key ? -1 : 1)),
    byStatus: sums
      .flatMap((one) =>
        one.status === null || one.status === "withdrawn"
          ? []
          : [{ status: one.status, count: one.count, found: one.found }],
      )
      .toSorted((a, b) => REPORTED_STATUSES.indexOf(a.status) - REPORTED_STATUSES.indexOf(b.status)),
    overdueCount: total.overdue,
    plannedCount: total.planned,
    rollForward: inOrder(
      rollForward(pairs, (dimension, key) => names[dimension](key) ?? key),
      plan,
    ),
  };
}

/**
 * A finding counts once in a group, whatever the number of its lines there. Only findings with several lines need this
 * look-up.
 */
async function sumsOf(reader: Reading, cutOffId: Id<"cutOff">): Promise<Sum[]> {
  const sums = await lineSums(reader, cutOffId);
  const repeated = new Map((await repeatedLines(reader, cutOffId)).map((one) => [groupKey(one), one]));
  return sums.map((one) => {
    const extra = repeated.get(groupKey(one));
    if (extra === undefined) return one;
    const once = (field: keyof Counts) => one[field] - extra[field];
    return {
      ...one,
      count: once("count"),
      newCount: once("newCount"),
      newlyClosed: once("newlyClosed"),
      overdue: once("overdue"),
      planned: once("planned"),
    };
  });
}

function groupKey(group: Group): string {
  return JSON.stringify([group.category, group.fundLine, group.kind, group.unitKey, group.status]);
}

async function lineSums(reader: Reading, cutOffId: Id<"cutOff">): Promise<Sum[]> {
  const { category, fundLine, kind, unitKey, status } = frozenLine;
  return reader.tx
    .select({
      category: sql<string | null>`${category}`,
      fundLine: sql<string | null>`${fundLine}`,
      kind: sql<string | null>`${kind}`,
      unitKey: sql<string | null>`${unitKey}`,
      status: sql<ReportedStatus | null>`${status}`,
      count: counted(sql`${status} <> 'withdrawn'`),
      found: sum(frozenLine.foundFen),
      recovered: sum(frozenLine.recoveredFen),
      repaid: sum(frozenLine.repaidFen),
      rebooked: sum(frozenLine.rebookedFen),
      writtenOff: sum(frozenLine.writtenOffFen),
      outstanding: sum(frozenLine.outstandingFen),
      reduced: sum(frozenLine.reducedFen),
      stated: sum(frozenLine.statedFen),
      newCount: counted(frozenLine.isNew),
      newFound: sql<string>`coalesce(sum(${frozenLine.foundFen}) filter (where ${frozenLine.isNew}), 0)::text`,
      newRecovered: sum(frozenLine.newRecoveredFen),
      newRepaid: sum(frozenLine.newRepaidFen),
      newRebooked: sum(frozenLine.newRebookedFen),
      newWrittenOff: sum(frozenLine.newWrittenOffFen),
      newReduced: sum(frozenLine.newReducedFen),
      newlyClosed: counted(frozenLine.isNewlyClosed),
      overdue: counted(frozenLine.isOverdue),
      planned: counted(frozenLine.isPlanned),
    })
    .from(frozenLine)
    .where(eq(frozenLine.cutOffId, cutOffId))
    .groupBy(sql`grouping sets ((), (${category}), (${fundLine}), (${kind}), (${unitKey}), (${status}))`)
    .limit(GROUPS_MAX);
}

/**
 * Further lines of the same finding, in each group. Each finding with several lines is looked up by its key. The
 * planner knows nothing of rows just frozen, and would read all of them for each finding.
 */
async function repeatedLines(reader: Reading, cutOffId: Id<"cutOff">): Promise<(Group & Counts)[]> {
  return reader.tx.execute<Group & Counts>(sql`
    select line.category, line.fund_line as "fundLine", line.kind, line.unit_key as "unitKey", line.status,
      ${beyondFirst(sql`line.status <> 'withdrawn'`)} as "count", ${beyondFirst(sql`line.is_new`)} as "newCount", ${beyondFirst(sql`line.is_newly_closed`)} as "newlyClosed",
      ${beyondFirst(sql`line.is_overdue`)} as "overdue", ${beyondFirst(sql`line.is_planned`)} as "planned"
    from (select number_order from ${frozenLine} where cut_off_id = ${cutOffId} and line_no = 2 offset 0) as several
    cross join lateral (
      select * from ${frozenLine} as line where line.cut_off_id = ${cutOffId} and line.number_order = several.number_order offset 0
    ) as line
    group by grouping sets ((), (line.category), (line.fund_line), (line.kind), (line.unit_key), (line.status))`);
}

function sum(column: AnyColumn): SQL<string> {
  return sql<string>`coalesce(sum(${column}), 0)::text`;
}

function counted(condition: AnyColumn | SQL): SQL<number> {
  return sql<number>`(count(*) filter (where ${condition}))::int`;
}

function beyondFirst(condition: SQL): SQL {
  return sql`(count(*) filter (where ${condition}) - count(distinct line.finding_id) filter (where ${condition}))::int`;
}

function totalOf(sums: readonly Sum[]): Sum {
  const total = sums.find((one) =>
    [one.category, one.fundLine, one.kind, one.unitKey, one.status].every((key) => key === null),
  );
  if (total === undefined) throw new Error("grouping sets without their empty set");
  return total;
}

function linesBy(
  sums: readonly Sum[],
  by: "category" | "fundLine" | "kind" | "unitKey",
  nameOf: (key: string) => string | undefined,
): FigureLine[] {
  return sums.flatMap((one) => {
    const key = one[by];
    return key === null ? [] : [{ key, name: nameOf(key) ?? key, ...tallyOf(one) }];
  });
}

/** In the order of the plan. */
function ordered<Line extends { key: string }>(lines: Line[], catalogue: readonly { code: string }[]): Line[] {
  const place = (line: Line) => catalogue.findIndex((one) => one.code === line.key);
  return lines.toSorted((a, b) => place(a) - place(b));
}

function inOrder(roll: RollForward, plan: CampaignPlan): RollForward {
  const byFund = ordered([...roll.byFund], plan.fundLines);
  return { ...roll, byFund, byCategory: ordered([...roll.byCategory], plan.categories) };
}

function tallyOf(group: Tally): Tally {
  const { count, found, recovered, repaid, rebooked, writtenOff, outstanding, reduced, stated } = group;
  return { count, found, recovered, repaid, rebooked, writtenOff, outstanding, reduced, stated };
}

async function namesOf(reader: Reading, codes: readonly string[]): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map();
  const rows = await reader.tx
    .select({ code: unit.code, name: unit.name })
    .from(unit)
    .where(inArray(unit.code, [...codes]));
  return new Map(rows.map((row) => [row.code, row.name]));
}
