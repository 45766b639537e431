import type { CampaignPlan } from "@anji/campaign";
import type { Reader } from "@anji/database";
import { finding, findingLine } from "@anji/findings/tables";
import { person } from "@anji/jurisdictions/tables";
import { fen, type Id, type RegionPath } from "@anji/kernel";
import { type AnyColumn, eq, type SQL, sql } from "drizzle-orm";
import type { PoolRow } from "../declaration.checks.ts";
import type { DeclaredRows, UndeclaredRows } from "../declaration.state.ts";
import { declaration, declaredFinding } from "../tables.ts";

/** One unit, or an area with everything under it. */
export type Area = {
  readonly campaign: { readonly id: Id<"campaign">; readonly plan: CampaignPlan };
  has(column: AnyColumn): SQL;
};
type Reading = Pick<Reader, "tx" | "scope">;

/** A province's owners, funds and categories together, at most. */
const GROUPS_MAX = 40_000;
const ROWS_MAX = 5000;

/** A withdrawn finding counts for nothing. */
const COUNTS = sql`${finding.status} <> 'withdrawn'`;

/** Brought up by somebody else than the unit's own self-check, or after the phase. A person out of sight is another. */
const BY_OTHERS = sql`(${finding.isLaterDiscovered} or ${finding.origin} <> 'selfCheck'
  or ${person.regionPath} is distinct from ${finding.regionPath})`;

/** The kinds of the plan with their categories, as rows. */
function kinds(plan: CampaignPlan): SQL {
  const codes = sql.param(plan.kinds.map((one) => one.code));
  const categories = sql.param(plan.kinds.map((one) => one.category));
  return sql`unnest(${codes}::text[], ${categories}::text[]) as kind_of (kind, category)`;
}

function inMilliseconds(moment: SQL): SQL {
  return sql`(extract(epoch from ${moment}) * 1000)::float8`;
}

/** Step: what the ledger says now of the rows each declaration of an area names. */
export async function declaredRows(
  reader: Reading,
  { campaign, has }: Area,
): Promise<(DeclaredRows & { declarationId: string })[]> {
  const rows = await reader.tx.execute<
    Omit<DeclaredRows, "foundFen"> & { declarationId: string; foundFen: string }
  >(sql`
    select ${declaredFinding.declarationId} as "declarationId", ${declaredFinding.fundLine} as "fundLine",
      ${declaredFinding.category} as "category", count(*)::int as "count",
      coalesce(sum(present.found), 0)::text as "foundFen",
      bool_or(present.found is distinct from ${declaredFinding.foundFen}::numeric) as "hasMoved",
      ${inMilliseconds(sql`max(${finding.createdAt}) filter (where ${BY_OTHERS})`)} as "lastOthersAt"
    from ${declaredFinding} join ${finding} on ${eq(finding.id, declaredFinding.findingId)}
      left join ${person} on ${eq(person.id, finding.registeredBy)}
      cross join lateral (
        select sum(${findingLine.foundFen}) as found from ${findingLine} join ${kinds(campaign.plan)} on kind_of.kind = ${findingLine.kind}
        where ${eq(findingLine.findingId, declaredFinding.findingId)}
          and ${eq(findingLine.fundLine, declaredFinding.fundLine)} and kind_of.category = ${declaredFinding.category}
      ) as present
    where ${eq(declaredFinding.campaignId, campaign.id)} and ${has(declaredFinding.regionPath)}
      and ${reader.scope(declaredFinding.regionPath)}
    group by 1, 2, 3 limit ${GROUPS_MAX}`);
  return rows.map((row) => ({ ...row, foundFen: BigInt(row.foundFen) }));
}

/** Step: the rows that no declaration names, in units of an area where somebody has answered. */
export async function undeclaredRows(
  reader: Reading,
  { campaign, has }: Area,
): Promise<(UndeclaredRows & { regionPath: RegionPath })[]> {
  return reader.tx.execute<UndeclaredRows & { regionPath: RegionPath }>(sql`
    select ${finding.unitCode} as "owner", ${finding.regionPath} as "regionPath", ${findingLine.fundLine} as "fundLine",
      kind_of.category as "category",
      (count(distinct ${finding.id}) filter (where not ${finding.isLaterDiscovered}))::int as "count",
      ${inMilliseconds(sql`max(${finding.createdAt}) filter (where not ${finding.isLaterDiscovered})`)} as "lastAt",
      ${inMilliseconds(sql`max(${finding.createdAt}) filter (where ${BY_OTHERS})`)} as "lastOthersAt"
    from ${findingLine} join ${finding} on ${eq(finding.id, findingLine.findingId)}
      join ${kinds(campaign.plan)} on kind_of.kind = ${findingLine.kind}
      left join ${person} on ${eq(person.id, finding.registeredBy)}
    where ${eq(findingLine.campaignId, campaign.id)} and ${has(findingLine.regionPath)}
      and ${reader.scope(findingLine.regionPath)}
      and ${COUNTS}
      and exists (select from ${declaration} where ${eq(declaration.campaignId, findingLine.campaignId)}
        and ${eq(declaration.regionPath, findingLine.regionPath)})
      and not exists (select from ${declaredFinding} where ${eq(declaredFinding.findingId, findingLine.findingId)}
        and ${eq(declaredFinding.fundLine, findingLine.fundLine)}
        and ${eq(declaredFinding.category, sql`kind_of.category`)})
    group by 1, 2, 3, 4 limit ${GROUPS_MAX}`);
}

/** Step: the findings of the phase in one unit, place by place, with the department that names each. */
export async function poolRows(
  reader: Reading,
  { campaign, has }: Area,
): Promise<(PoolRow & { owner: string; summary: string })[]> {
  type Row = Omit<PoolRow, "foundFen"> & { owner: string; summary: string; foundFen: string };
  const rows = await reader.tx.execute<Row>(sql`
    select ${finding.id} as "findingId", ${finding.number} as "number", ${finding.version} as "version",
      ${finding.unitCode} as "owner", ${finding.summary} as "summary", ${findingLine.fundLine} as "fundLine",
      kind_of.category as "category", sum(${findingLine.foundFen})::text as "foundFen",
      min(${declaration.declarant}) as "declaredBy"
    from ${finding} join ${findingLine} on ${eq(findingLine.findingId, finding.id)}
      join ${kinds(campaign.plan)} on kind_of.kind = ${findingLine.kind}
      left join ${declaredFinding} on ${eq(declaredFinding.findingId, finding.id)}
        and ${eq(declaredFinding.fundLine, findingLine.fundLine)} and ${declaredFinding.category} = kind_of.category
      left join ${declaration} on ${eq(declaration.id, declaredFinding.declarationId)}
    where ${eq(finding.campaignId, campaign.id)} and ${has(finding.regionPath)} and ${reader.scope(finding.regionPath)}
      and not ${finding.isLaterDiscovered} and ${COUNTS}
    group by ${finding.id}, ${findingLine.fundLine}, kind_of.category
    order by ${finding.numberOrder}, ${findingLine.fundLine}, kind_of.category limit ${ROWS_MAX}`);
  return rows.map((row) => ({ ...row, foundFen: fen(BigInt(row.foundFen)) }));
}
