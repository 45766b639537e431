import type { CampaignRow } from "@anji/campaign/queries";
import { type Act, within } from "@anji/database";
import type { Channel } from "@anji/findings";
import { amountChange, finding, findingEvent, findingLine, settlement } from "@anji/findings/tables";
import type { UnitRow } from "@anji/jurisdictions/queries";
import { unit } from "@anji/jurisdictions/tables";
import { dayOf, type Id, type RegionPath } from "@anji/kernel";
import { and, type AnyColumn, type SQL, sql, type SQLWrapper } from "drizzle-orm";
import { frozenLine } from "../tables.ts";

/** A province's regions, at most. */
const REGIONS_MAX = 4000;

type Freeze = { cutOffId: Id<"cutOff">; campaign: CampaignRow; home: UnitRow; at: Date; previousAt: Date | null };

/**
 * Step: one frozen line for each ledger line known at the cut-off. Answers how many there are. It works region by
 * region, since one statement for a province's million lines would exceed the time limit. The cut-off is an instant, so
 * later writes change none of them.
 */
export async function freezeLines(act: Act, freeze: Freeze): Promise<number> {
  const inArea = and(within(unit.regionPath, freeze.home.regionPath), act.scope(unit.regionPath));
  const regions = await act.tx.selectDistinct({ path: unit.regionPath }).from(unit).where(inArea).limit(REGIONS_MAX);
  let count = 0;
  for (const { path } of regions) count += await freezeRegion(act, freeze, path);
  return count;
}

async function freezeRegion(act: Act, freeze: Freeze, path: RegionPath): Promise<number> {
  const { campaign } = freeze;
  const at = sql`${freeze.at.toISOString()}::timestamptz`;
  const previousAt = sql`${freeze.previousAt?.toISOString() ?? "-infinity"}::timestamptz`;
  const today = sql`${dayOf(freeze.at)}::date`;
  // The kind alone decides the category; joining the catalogue would cost more than all the rest.
  const categories = JSON.stringify(Object.fromEntries(campaign.plan.kinds.map((kind) => [kind.code, kind.category])));
  const written = frozenFacts({ freeze, previousAt, today, categories });
  const rows = await act.tx.execute(sql`
    insert into ${frozenLine} (${listed(written.map(([column]) => sql.identifier(column.name)))})
    select ${listed(written.map(([, value]) => value))}
    from ${finding}
    join ${findingLine} on ${findingLine.findingId} = ${finding.id}
    join ${unit} on ${unit.code} = ${finding.unitCode}
    cross join lateral (
      select (array_agg(${findingEvent.to} order by ${findingEvent.seq} desc))[1] as status,
        (array_agg(${findingEvent.to} order by ${findingEvent.seq} desc) filter (where ${findingEvent.at} <= ${previousAt}))[1] as previous_status
      from ${findingEvent} where ${findingEvent.subjectId} = ${finding.id} and ${findingEvent.at} <= ${at}
    ) as known
    cross join lateral (${movements(freeze)}) as moved
    cross join lateral (${laterChanges(at, previousAt)}) as changed
    where ${finding.campaignId} = ${campaign.id} and ${finding.regionPath} = ${path} and ${act.scope(finding.regionPath)}
      and ${finding.createdAt} <= ${at}`);
  return rows.count;
}

/** The amounts settled by the cut-off's day and known by its instant, and the part the last cut-off did not have. */
function movements(freeze: Freeze): SQL {
  const isNew = freeze.previousAt === null ? sql`true` : sql`not ${countedBy(freeze.previousAt)}`;
  return sql`
    select ${sumOf("recovered", sql`true`)} as recovered, ${sumOf("repaid", sql`true`)} as repaid,
      ${sumOf("rebooked", sql`true`)} as rebooked, ${sumOf("writtenOff", sql`true`)} as written_off,
      ${sumOf("recovered", isNew)} as new_recovered, ${sumOf("repaid", isNew)} as new_repaid,
      ${sumOf("rebooked", isNew)} as new_rebooked, ${sumOf("writtenOff", isNew)} as new_written_off
    from ${settlement}
    where ${settlement.findingId} = ${finding.id} and ${settlement.lineNo} = ${findingLine.lineNo} and ${countedBy(freeze.at)}`;
}

/**
 * The changes that the cut-off does not know yet, with the fund and kind before the first of them, and the reductions
 * since the opening. Of one change the part that takes from the old place comes first.
 */
function laterChanges(at: SQL, previousAt: SQL): SQL {
  const later = sql`${amountChange.changedAt} > ${at}`;
  const first = (column: AnyColumn) =>
    sql`(array_agg(${column} order by ${amountChange.changedAt}, ${amountChange.foundFen}, ${amountChange.reducedFen}) filter (where ${later}))[1]`;
  return sql`
    select ${first(amountChange.fundLine)} as fund_line, ${first(amountChange.kind)} as kind,
      coalesce(sum(${amountChange.foundFen}) filter (where ${later}), 0)::bigint as later_found,
      coalesce(sum(${amountChange.reducedFen}) filter (where ${later}), 0)::bigint as later_reduced,
      coalesce(sum(${amountChange.reducedFen}) filter (where not ${later}), 0)::bigint as new_reduced
    from ${amountChange}
    where ${amountChange.findingId} = ${finding.id} and ${amountChange.lineNo} = ${findingLine.lineNo}
      and ${amountChange.changedAt} > ${previousAt}`;
}

function countedBy(at: Date): SQL {
  return sql`(${settlement.settledOn} <= ${dayOf(at)}::date and ${settlement.recordedAt} <= ${at.toISOString()}::timestamptz)`;
}

function sumOf(channel: Channel, condition: SQL): SQL {
  return sql`coalesce(sum(${settlement.amountFen}) filter (where ${settlement.channel} = ${channel} and ${condition}), 0)::bigint`;
}

/** A city's figures break down by its units, a province's by its cities: "13.01.02" → "130100". */
function unitKey(home: UnitRow): SQL {
  if (home.level !== "province") return sql`${finding.unitCode}`;
  return sql`rpad(replace(left(${finding.regionPath}, 5), '.', ''), 6, '0')`;
}

type FrozenFact = readonly [column: AnyColumn, value: SQL];

/** Each column of a frozen line with its source in the ledger. */
function frozenFacts(options: {
  freeze: Freeze;
  previousAt: SQL;
  today: SQL;
  categories: string;
}): readonly FrozenFact[] {
  const { freeze, previousAt, today, categories } = options;
  return [
    [frozenLine.cutOffId, sql`${freeze.cutOffId}`],
    [frozenLine.findingId, sql`${finding.id}`],
    [frozenLine.lineNo, sql`${findingLine.lineNo}`],
    [frozenLine.regionPath, sql`${freeze.home.regionPath}`],
    [frozenLine.number, sql`${finding.number}`],
    [frozenLine.numberOrder, sql`${finding.numberOrder}`],
    [frozenLine.unitCode, sql`${finding.unitCode}`],
    [frozenLine.unitName, sql`${unit.name}`],
    [frozenLine.unitKey, unitKey(freeze.home)],
    [frozenLine.fundLine, sql`coalesce(changed.fund_line, ${findingLine.fundLine})`],
    [frozenLine.category, sql`${categories}::text::jsonb ->> coalesce(changed.kind, ${findingLine.kind})`],
    [frozenLine.kind, sql`coalesce(changed.kind, ${findingLine.kind})`],
    [frozenLine.summary, sql`${finding.summary}`],
    [frozenLine.occurredText, sql`${finding.occurredText}`],
    [frozenLine.occurredPrecision, sql`${finding.occurredPrecision}`],
    [frozenLine.status, sql`known.status`],
    [frozenLine.dueOn, sql`${finding.dueOn}`],
    [frozenLine.isNew, sql`${finding.createdAt} > ${previousAt} and known.status <> 'withdrawn'`],
    [frozenLine.isNewlyClosed, sql`known.status = 'closed' and known.previous_status is distinct from 'closed'`],
    [frozenLine.isPlanned, sql`known.status in ('rectifying', 'awaitingAcceptance', 'closed')`],
    [frozenLine.isOverdue, sql`known.status in ('rectifying', 'awaitingAcceptance') and ${finding.dueOn} < ${today}`],
    [frozenLine.reducedFen, sql`${findingLine.reducedFen} - changed.later_reduced`],
    [frozenLine.foundFen, sql`${findingLine.foundFen} - changed.later_found`],
    [frozenLine.recoveredFen, sql`moved.recovered`],
    [frozenLine.repaidFen, sql`moved.repaid`],
    [frozenLine.rebookedFen, sql`moved.rebooked`],
    [frozenLine.writtenOffFen, sql`moved.written_off`],
    [frozenLine.newRecoveredFen, sql`moved.new_recovered`],
    [frozenLine.newRepaidFen, sql`moved.new_repaid`],
    [frozenLine.newRebookedFen, sql`moved.new_rebooked`],
    [frozenLine.newWrittenOffFen, sql`moved.new_written_off`],
    [frozenLine.newReducedFen, sql`changed.new_reduced`],
  ];
}

function listed(parts: readonly SQLWrapper[]): SQL {
  return sql.join([...parts], sql`, `);
}
