import type { CampaignPlan } from "@anji/campaign";
import { planOf } from "@anji/campaign/queries";
import { type ActorCtx, read, type Reader } from "@anji/database";
import { placeName } from "@anji/jurisdictions";
import { cityNameOf } from "@anji/jurisdictions/queries";
import { unit } from "@anji/jurisdictions/tables";
import { type AnyColumn, and, eq, inArray, ne, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { ORIGINS, type WireAmounts } from "../finding.ts";
import type { Grouping, sumFindingsInput } from "../finding.inputs.ts";
import { FINDING_STATUSES } from "../finding.lifecycle.ts";
import { finding, findingLine } from "../tables.ts";
import { type Conditions, conditionsOf } from "./finding-filter.ts";

export type FindingSum = WireAmounts & { count: number };
export type FindingSums = { asOf: string; groups: (FindingSum & { key: string; name: string })[]; total: FindingSum };

type Grouped = FindingSum & { key: string };
const UNITS_MAX = 4000;

/** Sums of what a filter lets through. Funds, kinds and categories are summed by line, so that no amount counts twice. */
export async function sumFindings(ctx: ActorCtx, input: z.output<typeof sumFindingsInput>): Promise<FindingSums> {
  return read(ctx, async (reader) => {
    const campaign = await planOf(reader, input.campaignId);
    const conditions = await conditionsOf(reader, { campaign, filter: input.filter });
    const { groupBy } = input;
    const { groups, total } = isByLine(conditions, groupBy)
      ? await lineSums(reader, { conditions, groupBy, plan: campaign.plan })
      : await headSums(reader, { conditions, groupBy });
    const named =
      groupBy === null
        ? []
        : await withNames(reader, { groups: folded(groups, groupBy), groupBy, plan: campaign.plan });
    return { asOf: reader.now.toISOString(), groups: named, total };
  });
}

/** Where the lines are asked for, and where they alone know enough: they are a fraction of the heads to read. */
function isByLine(conditions: Conditions, groupBy: Grouping | null): boolean {
  if (conditions.line !== undefined || groupBy === "fundLine" || groupBy === "kind" || groupBy === "category")
    return true;
  return !conditions.asksHead && (groupBy === null || groupBy === "city");
}

async function headSums(reader: Reader, options: { conditions: Conditions; groupBy: Grouping | null }) {
  const key = headKey(options.groupBy);
  const groups = await reader.tx
    .select({ key: sql<string>`${key}`, count: sql<number>`count(*)::int`, ...sumsOf(finding) })
    .from(finding)
    .where(options.conditions.head)
    .groupBy(sql`1`)
    .limit(UNITS_MAX);
  return {
    groups,
    total: totalOf(
      groups,
      groups.reduce((sum, group) => sum + group.count, 0),
    ),
  };
}

/** By line. A finding counts once in a group however many of its lines lie there. */
async function lineSums(
  reader: Reader,
  options: { conditions: Conditions; groupBy: Grouping | null; plan: CampaignPlan },
) {
  const { conditions } = options;
  const key = lineKey(options.groupBy, options.plan);
  const needsHead =
    conditions.asksHead || options.groupBy === "unit" || options.groupBy === "status" || options.groupBy === "origin";
  const where = needsHead ? and(conditions.head, conditions.line) : and(conditions.lineArea, conditions.line);
  const summed = reader.tx
    .select({ key: sql<string>`${key}`, count: sql<number>`count(*)::int`, ...sumsOf(findingLine) })
    .from(findingLine);
  const joined = needsHead ? summed.innerJoin(finding, eq(finding.id, findingLine.findingId)) : summed;
  const groups = await joined
    .where(where)
    .groupBy(sql`1`)
    .limit(UNITS_MAX);
  const repeated = await repeatedLines(reader, { key, where, needsHead, conditions });
  const once = groups.map((group) => ({ ...group, count: group.count - (repeated.byKey.get(group.key) ?? 0) }));
  return { groups: once, total: totalOf(groups, groups.reduce((sum, group) => sum + group.count, 0) - repeated.all) };
}

/** Lines beyond the first of the same finding; only findings with a second line are looked at, and they are few. */
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
    .where(and(options.where, inArray(findingLine.findingId, several)))
    .groupBy(sql`grouping sets ((${options.key}), ())`)
    .limit(UNITS_MAX);
  const byKey = new Map(rows.filter((row) => row.isAll === 0).map((row) => [row.key, row.extra]));
  return { byKey, all: rows.find((row) => row.isAll === 1)?.extra ?? 0 };
}

function sumsOf(table: Readonly<Record<keyof WireAmounts, AnyColumn>>) {
  return {
    foundFen: sumOf(table.foundFen),
    recoveredFen: sumOf(table.recoveredFen),
    repaidFen: sumOf(table.repaidFen),
    rebookedFen: sumOf(table.rebookedFen),
    writtenOffFen: sumOf(table.writtenOffFen),
    outstandingFen: sumOf(table.outstandingFen),
  };
}

function sumOf(column: AnyColumn): SQL<string> {
  return sql<string>`coalesce(sum(${column}), 0)::text`;
}

function headKey(groupBy: Grouping | null): SQL {
  switch (groupBy) {
    case "city":
      return sql`${finding.regionPath}`;
    case "unit":
      return sql`${finding.unitCode}`;
    case "status":
      return sql`${finding.status}`;
    case "origin":
      return sql`${finding.origin}`;
    default:
      return sql`''::text`;
  }
}

function lineKey(groupBy: Grouping | null, plan: CampaignPlan): SQL {
  switch (groupBy) {
    case "fundLine":
      return sql`${findingLine.fundLine}`;
    case "kind":
      return sql`${findingLine.kind}`;
    case "category":
      return categoryOfKind(plan);
    case "city":
      return sql`${findingLine.regionPath}`;
    default:
      return headKey(groupBy);
  }
}

// Codes of a plan are letters, digits and hyphens; written out, the expression is the same one in select and group by.
function categoryOfKind(plan: CampaignPlan): SQL {
  const branches = plan.kinds.map((kind) => `when '${kind.code}' then '${kind.category}'`).join(" ");
  return sql`case ${findingLine.kind} ${sql.raw(branches)} end`;
}

/** Cities are summed by region in the database and put together here. */
function folded(groups: readonly Grouped[], groupBy: Grouping): Grouped[] {
  if (groupBy !== "city") return [...groups];
  const cities = Map.groupBy(groups, (group) => group.key.slice(0, 5));
  return [...cities].map(([key, parts]) => ({
    key,
    ...totalOf(
      parts,
      parts.reduce((sum, part) => sum + part.count, 0),
    ),
  }));
}

function totalOf(groups: readonly WireAmounts[], count: number): FindingSum {
  const of = (field: keyof WireAmounts) => groups.reduce((sum, group) => sum + BigInt(group[field]), 0n).toString();
  return {
    count,
    foundFen: of("foundFen"),
    recoveredFen: of("recoveredFen"),
    repaidFen: of("repaidFen"),
    rebookedFen: of("rebookedFen"),
    writtenOffFen: of("writtenOffFen"),
    outstandingFen: of("outstandingFen"),
  };
}

async function withNames(
  reader: Reader,
  options: { groups: readonly Grouped[]; groupBy: Grouping; plan: CampaignPlan },
) {
  const { groups, groupBy } = options;
  if (groupBy === "city" || groupBy === "unit") return withUnitNames(reader, groups, groupBy);
  const order = orderOf(groupBy, options.plan);
  const names = new Map(order.map((one) => [one.code, one.name]));
  const places = new Map(order.map((one, index) => [one.code, index]));
  return groups
    .map((group) => ({ ...group, name: names.get(group.key) ?? group.key }))
    .toSorted((one, other) => (places.get(one.key) ?? 0) - (places.get(other.key) ?? 0));
}

function orderOf(
  groupBy: Exclude<Grouping, "city" | "unit">,
  plan: CampaignPlan,
): readonly { code: string; name: string }[] {
  switch (groupBy) {
    case "fundLine":
      return plan.fundLines;
    case "category":
      return plan.categories;
    case "kind":
      return plan.kinds;
    case "status":
      return FINDING_STATUSES.map((code) => ({ code, name: code }));
    case "origin":
      return ORIGINS.map((code) => ({ code, name: code }));
  }
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
