import { campaignOf, type CampaignRow } from "@anji/campaign/queries";
import { type ActorCtx, found, read, type Reader } from "@anji/database";
import { unit } from "@anji/jurisdictions/tables";
import { type Id, refusal, whyNotAllowed } from "@anji/kernel";
import { type WireRefusal, wireRefusal } from "@anji/rpc";
import { and, asc, desc, eq, gt, inArray, not, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { organisationPermissions } from "../permissions.ts";
import { PLAN_ACTS, type PlanAct, type PlanDecision, whyNotPlanAct } from "../plan.policy.ts";
import { implementingPlan, implementingPlanDecision, implementingPlanReceipt } from "../tables.ts";

const PLANS_MAX = 500;
const VERSIONS_MAX = 100;
const RECEIPTS_MAX = 500;

export type PlanActAnswer = { verb: PlanAct; whyNot: WireRefusal | null };

/** The plans in force of the actor's area and those published from above: the last version of each unit. */
export async function listImplementingPlans(ctx: ActorCtx, input: { campaignId: Id<"campaign"> }) {
  return read(ctx, async (reader) => {
    const campaign = await campaignOf(reader, input.campaignId);
    const rows = await planRows(reader)
      .where(and(eq(implementingPlan.campaignId, input.campaignId), not(isReplacedPlan(reader)), isVisible(reader)))
      .orderBy(asc(implementingPlan.regionPath))
      .limit(PLANS_MAX);
    return {
      items: await answers(ctx, { reader, campaign, rows }),
      whyNotFile: whyNotFile(ctx, { campaign, hasFiled: rows.some((row) => row.plan.regionPath === ctx.actor.path) }),
    };
  });
}

/** Every version a unit has filed, the one in force first. */
export async function implementingPlanVersions(ctx: ActorCtx, input: { campaignId: Id<"campaign">; unitCode: string }) {
  return read(ctx, async (reader) => {
    const campaign = await campaignOf(reader, input.campaignId);
    const [home] = await reader.tx
      .select({ code: unit.code })
      .from(unit)
      .where(and(eq(unit.code, input.unitCode), reader.published(unit.regionPath)));
    const ofUnit = and(
      eq(implementingPlan.campaignId, campaign.id),
      eq(implementingPlan.unitCode, found(home).code),
      isVisible(reader),
    );
    const rows = await planRows(reader).where(ofUnit).orderBy(desc(implementingPlan.version)).limit(VERSIONS_MAX);
    return { items: await answers(ctx, { reader, campaign, rows }) };
  });
}

function whyNotFile(
  ctx: ActorCtx,
  { campaign, hasFiled }: { campaign: CampaignRow; hasFiled: boolean },
): WireRefusal | null {
  const reason =
    whyNotAllowed(organisationPermissions.fileImplementingPlan, ctx.actor) ??
    (campaign.phase === "ended" ? refusal({ code: "precondition", rule: "campaign.alreadyEnded" }) : null) ??
    (hasFiled ? refusal({ code: "conflict", rule: "organisation.implementingPlanExists" }) : null);
  return reason === null ? null : wireRefusal(reason, ctx);
}

type Read = Pick<Reader, "tx" | "scope" | "published" | "actor">;

/** Plans of the own area, and from above only what was issued or accepted. */
export function isVisible(reader: Pick<Read, "scope" | "published">): SQL {
  return sql`(${reader.scope(implementingPlan.regionPath)} or (${reader.published(implementingPlan.regionPath)}
    and ${inArray(implementingPlanDecision.decision, ["issued", "accepted"])}))`;
}

const later = alias(implementingPlan, "later");

/** Whether the unit has filed a later version. */
export function isReplacedPlan(reader: Pick<Read, "tx">): SQL<boolean> {
  const ofUnit = and(eq(later.campaignId, implementingPlan.campaignId), eq(later.unitCode, implementingPlan.unitCode));
  const query = reader.tx
    .select({ one: sql`1` })
    .from(later)
    .where(and(ofUnit, gt(later.version, implementingPlan.version)));
  return sql<boolean>`exists (${query})`;
}

/** A version with what was decided on it, whether a later one is in force, and whether the actor's unit received it. */
export function planRows(reader: Pick<Read, "tx" | "actor">) {
  const received = reader.tx
    .select({ one: sql`1` })
    .from(implementingPlanReceipt)
    .where(
      and(
        eq(implementingPlanReceipt.planId, implementingPlan.id),
        eq(implementingPlanReceipt.regionPath, reader.actor.path),
      ),
    );
  return reader.tx
    .select({
      plan: implementingPlan,
      unitName: unit.name,
      decision: implementingPlanDecision,
      isReplaced: isReplacedPlan(reader),
      isReceived: sql<boolean>`exists (${received})`,
    })
    .from(implementingPlan)
    .innerJoin(unit, eq(unit.code, implementingPlan.unitCode))
    .leftJoin(implementingPlanDecision, eq(implementingPlanDecision.planId, implementingPlan.id))
    .$dynamic();
}

export type PlanRow = Awaited<ReturnType<typeof planRows>>[number];

/** A version as the policy looks at it. */
export function planState({ plan, decision, isReplaced, isReceived }: PlanRow) {
  const { regionPath, filedBy } = plan;
  return { regionPath, filedBy, decision: decision?.decision ?? null, isReplaced, isReceived };
}

async function answers(
  ctx: ActorCtx,
  { reader, campaign, rows }: { reader: Read; campaign: CampaignRow; rows: readonly PlanRow[] },
) {
  const receipts = await receiptsOf(
    reader,
    rows.filter((row) => row.decision?.decision === "issued").map((row) => row.plan.id),
  );
  return rows.map((row) => ({
    ...planAnswer(row),
    receipts: receipts.get(row.plan.id) ?? [],
    acts: PLAN_ACTS.map((act): PlanActAnswer => {
      const reason = whyNotPlanAct({ plan: planState(row), act, actor: ctx.actor, campaign });
      return { verb: act, whyNot: reason === null ? null : wireRefusal(reason, ctx) };
    }),
  }));
}

function planAnswer({ plan, unitName, decision }: PlanRow) {
  const { id, unitCode, title, documentNo, filedOn, tasks, goals, division, measures, fileId, reason, version } = plan;
  const stated = { title, documentNo, filedOn, tasks, goals, division, measures, fileId, reason };
  return {
    id,
    unitCode,
    unitName,
    ...stated,
    filedBy: plan.filedByName,
    filedAt: plan.filedAt.toISOString(),
    version,
    decision: decision === null ? null : decisionAnswer(decision),
  };
}

function decisionAnswer(row: typeof implementingPlanDecision.$inferSelect): {
  decision: PlanDecision;
  by: string;
  unitName: string;
  at: string;
  remark: string;
} {
  const { decision, byName, unitName, at, remark } = row;
  return { decision, by: byName, unitName, at: at.toISOString(), remark };
}

/** Who has signed for issued plans; a city sees its own signature, the province all. */
async function receiptsOf(reader: Read, ids: Id<"implementingPlan">[]) {
  if (ids.length === 0) return new Map<string, never[]>();
  const rows = await reader.tx
    .select()
    .from(implementingPlanReceipt)
    .where(and(inArray(implementingPlanReceipt.planId, ids), reader.scope(implementingPlanReceipt.regionPath)))
    .orderBy(asc(implementingPlanReceipt.regionPath))
    .limit(RECEIPTS_MAX);
  const shown = rows.map(({ planId, unitCode, unitName, byName, at }) => ({
    planId,
    receipt: { unitCode, unitName, by: byName, at: at.toISOString() },
  }));
  return new Map(
    [...Map.groupBy(shown, (one) => one.planId)].map(([id, list]) => [id, list.map((one) => one.receipt)]),
  );
}
