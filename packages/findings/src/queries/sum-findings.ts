import type { CampaignPlan } from "@anji/campaign";
import { planOf } from "@anji/campaign/queries";
import { type ActorCtx, read, type Reader } from "@anji/database";
import { placeName } from "@anji/jurisdictions";
import { cityNameOf } from "@anji/jurisdictions/queries";
import { unit } from "@anji/jurisdictions/tables";
import { assertNever } from "@anji/kernel";
import { and, type AnyColumn, eq, inArray, ne, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { type AmountKey, eachAmount, ORIGINS, type WireAmounts } from "../finding.ts";
import type { Grouping, sumFindingsInput } from "../finding.inputs.ts";
import { FINDING_STATUSES } from "../finding.lifecycle.ts";
import { finding, findingLine } from "../tables.ts";
import { type Conditions, conditionsOf } from "./finding-filter.ts";

export type FindingSum = WireAmounts & { count: number };
export type FindingSums = { asOf: string; groups: (FindingSum & { key: string; name: string })[]; total: FindingSum };

type Grouped = FindingSum & { key: string };
const UNITS_MAX = 4000;

/** Sums of the findings of a filter. Funds, kinds and categories are summed by line, so that no amount counts twice. */
export async function sumFindings(ctx: ActorCtx, input: z.output<typeof sumFindingsInput>): Promise<FindingSums> {
  return read(ctx, async (reader) => {
    const campaign = await planOf(reader, input.campaignId);
    const conditions = await conditionsOf(reader, { campaign, filter: input.filter });
    const { groupBy } = input;
    const { plan } = campaign;
    const keys = keysOf(groupBy, plan);
    const { groups, total } = isByLine(conditions, keys)
      ? await lineSums(reader, conditions, keys)
      : await headSums(reader, conditions, keys);
    const named = groupBy === null ? [] : await withNames(reader, { groups, groupBy, plan });
    return { asOf: reader.now.toISOString(), groups: named, total };
  });
}

/** The columns of a grouping on the head and on the line; null where that side has none. */
type Keys = { readonly head: SQL | null; readonly line: SQL | null };

function keysOf(groupBy: Grouping | null, plan: CampaignPlan): Keys {
  switch (groupBy) {
    case null:
      return { head: sql`''::text`, line: sql`''::text` };
    case "city":
      return { head: sql`${finding.regionPath}`, line: sql`${findingLine.regionPath}` };
    case "unit":
      return { head: sql`${finding.unitCode}`, line: null };
    case "status":
    case "origin":
      return { head: sql`${finding[groupBy]}`, line: null };
    case "fundLine":
    case "kind":
      return { head: null, line: sql`${findingLine[groupBy]}` };
    case "category":
      return { head: null, line: categoryOfKind(plan) };
    default:
      return assertNever(groupBy);
  }
}

// Codes of a plan are letters, digits and hyphens. Written out, the expression is the same in select and group by.
function categoryOfKind(plan: CampaignPlan): SQL {
  const branches = plan.kinds.map((kind) => `when '${kind.code}' then '${kind.category}'`).join(" ");
  return sql`case ${findingLine.kind} ${sql.raw(branches)} end`;
}

/** Used when the lines alone have all that is asked: they are quicker to read than the heads. */
function isByLine(conditions: Conditions, keys: Keys): boolean {
  return conditions.line !== undefined || keys.head === null || (!conditions.asksHead && keys.line !== null);
}

async function headSums(reader: Reader, conditions: Conditions, { head }: Keys) {
  const groups = await reader.tx
    .select({ key: sql<string>`${head}`, count: countedIf(sql`${finding.status} <> 'withdrawn'`), ...sumsOf(finding) })
    .from(finding)
    .where(conditions.head)
    .groupBy(sql`1`)
    .limit(UNITS_MAX);
  return { groups, total: totalOf(groups) };
}

/** By line. A finding counts once in a group, whatever the number of its lines there. */
async function lineSums(reader: Reader, conditions: Conditions, keys: Keys) {
  const key = sql<string>`${keys.line ?? keys.head}`;
  const needsHead = conditions.asksHead || keys.line === null;
  const where = and(needsHead ? conditions.head : conditions.lineArea, conditions.line);
  const summed = reader.tx
    .select({ key, count: countedIf(sql`not ${findingLine.isWithdrawn}`), ...sumsOf(findingLine) })
    .from(findingLine);
  const joined = needsHead ? summed.innerJoin(finding, eq(finding.id, findingLine.findingId)) : summed;
  const groups = await joined
    .where(where)
    .groupBy(sql`1`)
    .limit(UNITS_MAX);
  const repeated = await repeatedLines(reader, { key, where, needsHead, conditions });
  const once = groups.map((group) => ({ ...group, count: group.count - (repeated.byKey.get(group.key) ?? 0) }));
  const total = totalOf(groups);
  return { groups: once, total: { ...total, count: total.count - repeated.all } };
}

/** Further lines of the same finding. Only findings with a second line are read, and they are few. */
async function repeatedLines(
  reader: Reader,
  options: { key: SQL; where: SQL | undefined; needsHead: boolean; conditions: Conditions },
): Promise<{ byKey: ReadonlyMap<string, number>; all: number }> {
  const several = reader.tx
    .select({ id: findingLine.findingId })
    .from(findingLine)
    .where(and(options.conditions.lineArea, eq(findingLine.lineNo, 2)));
  const counted = reader.tx
    .select({
      key: sql<string>`${options.key}`,
      isAll: sql<number>`grouping(${options.key})::int`,
      extra: sql<number>`(count(*) - count(distinct ${findingLine.findingId}))::int`,
    })
    .from(findingLine);
  const joined = options.needsHead ? counted.innerJoin(finding, eq(finding.id, findingLine.findingId)) : counted;
  const rows = await joined
    .where(and(options.where, eq(findingLine.isWithdrawn, false), inArray(findingLine.findingId, several)))
    .groupBy(sql`grouping sets ((${options.key}), ())`)
    .limit(UNITS_MAX);
  const byKey = new Map(rows.filter((row) => row.isAll === 0).map((row) => [row.key, row.extra]));
  return { byKey, all: rows.find((row) => row.isAll === 1)?.extra ?? 0 };
}

/** 已撤并 counts for nothing; its sums are what was taken away from it. */
function countedIf(condition: SQL): SQL<number> {
  return sql<number>`(count(*) filter (where ${condition}))::int`;
}

/** The sum of each amount, as text, as it is sent to clients. */
export function sumsOf(table: Readonly<Record<AmountKey, AnyColumn>>) {
  return eachAmount((key) => sql<string>`coalesce(sum(${table[key]}), 0)::text`);
}

function totalOf(groups: readonly FindingSum[]): FindingSum {
  const amounts = eachAmount((key) => groups.reduce((sum, group) => sum + BigInt(group[key]), 0n).toString());
  return { count: groups.reduce((sum, group) => sum + group.count, 0), ...amounts };
}

/** Cities are summed by region in the database and put together here. */
function byCity(groups: readonly Grouped[]): Grouped[] {
  const cities = Map.groupBy(groups, (group) => group.key.slice(0, 5));
  return [...cities].map(([key, parts]) => ({ key, ...totalOf(parts) }));
}

async function withNames(
  reader: Reader,
  options: { groups: readonly Grouped[]; groupBy: Grouping; plan: CampaignPlan },
) {
  const { groups, groupBy } = options;
  if (groupBy === "city") return withUnitNames(reader, byCity(groups), groupBy);
  if (groupBy === "unit") return withUnitNames(reader, groups, groupBy);
  const order = membersOf(groupBy, options.plan);
  const names = new Map(order.map((one) => [one.code, one.name]));
  const places = new Map(order.map((one, index) => [one.code, index]));
  return groups
    .map((group) => ({ ...group, name: names.get(group.key) ?? group.key }))
    .toSorted((one, other) => (places.get(one.key) ?? 0) - (places.get(other.key) ?? 0));
}

/** The members of a grouping in their order, with their names. */
function membersOf(groupBy: Exclude<Grouping, "city" | "unit">, plan: CampaignPlan) {
  const unnamed = (codes: readonly string[]) => codes.map((code) => ({ code, name: code }));
  return {
    fundLine: plan.fundLines,
    category: plan.categories,
    kind: plan.kinds,
    status: unnamed(FINDING_STATUSES),
    origin: unnamed(ORIGINS),
  }[groupBy];
}

async function withUnitNames(reader: Reader, groups: readonly Grouped[], groupBy: "city" | "unit") {
  if (groups.length === 0) return [];
  const keys = groups.map((group) => group.key);
  const paths = inArray(sql`${unit.regionPath}`, keys);
  const rows = await reader.tx
    .select({ code: unit.code, path: unit.regionPath, name: unit.name, cityName: cityNameOf(unit.regionPath) })
    .from(unit)
    .where(groupBy === "unit" ? inArray(unit.code, keys) : and(paths, ne(unit.level, "agency")))
    .limit(UNITS_MAX);
  const units = new Map(rows.map((row) => [groupBy === "unit" ? row.code : String(row.path), row]));
  return groups
    .map((group) => {
      const row = units.get(group.key);
      return {
        ...group,
        key: row?.code ?? group.key,
        name: row === undefined ? group.key : placeName({ unitName: row.name, cityName: row.cityName }, reader.actor),
      };
    })
    .toSorted((one, other) => (one.key < other.key ? -1 : 1));
}
