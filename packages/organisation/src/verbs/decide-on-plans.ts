import { heldCampaign } from "@anji/campaign/queries";
import { type Act, actedBy, type Done, found, verb } from "@anji/database";
import { type Id, refuse, refuseIf } from "@anji/kernel";
import { and, eq, type SQL, sql } from "drizzle-orm";
import {
  acceptImplementingPlanInput,
  issueImplementingPlanInput,
  receiveImplementingPlanInput,
  returnImplementingPlanInput,
} from "../inputs.ts";
import { organisationPermissions } from "../permissions.ts";
import { type PlanAct, type PlanDecision, whyNotPlanAct } from "../plan.policy.ts";
import { planRows, type PlanRow, planState } from "../queries/implementing-plans.ts";
import { implementingPlan, implementingPlanDecision, implementingPlanReceipt } from "../tables.ts";

type Named = { id: Id<"implementingPlan">; version: number };
type PlanAnswer = Named & { unitCode: string };

/** The province's leader or reviewer issues the plan that another person of the province has filed. */
export const issueImplementingPlan = verb(
  { permission: organisationPermissions.issueImplementingPlan, input: issueImplementingPlanInput },
  async (act, input) => decided(act, { ...input, act: "issue", decision: "issued", remark: "" }),
);

/** The province's office accepts a city's plan. 结合本市实际制定具体方案 */
export const acceptImplementingPlan = verb(
  { permission: organisationPermissions.acceptImplementingPlan, input: acceptImplementingPlanInput },
  async (act, input) => decided(act, { ...input, act: "accept", decision: "accepted" }),
);

/** The province's office sends a city's plan back; the city files a further version. */
export const returnImplementingPlan = verb(
  { permission: organisationPermissions.returnImplementingPlan, input: returnImplementingPlanInput },
  async (act, input) => decided(act, { ...input, act: "return", decision: "returned" }),
);

/** A city signs for the province's plan. 各市按照统一部署 */
export const receiveImplementingPlan = verb(
  { permission: organisationPermissions.receiveImplementingPlan, input: receiveImplementingPlanInput },
  async (act, input) => {
    const { plan } = await heldPlan(act, {
      ...input,
      act: "receive",
      visible: act.published(implementingPlan.regionPath),
    });
    const { unitCode, path: regionPath } = act.actor;
    const receipt = { planId: plan.id, unitCode, ...actedBy(act), regionPath };
    await act.tx.insert(implementingPlanReceipt).values(receipt);
    return ended(act, { plan, regionPath, after: receipt, topic: "organisation.implementingPlanReceived" });
  },
);

type Decided = Named & { act: PlanAct; decision: PlanDecision; remark: string };

async function decided(act: Act, { decision, remark, ...named }: Decided): Promise<Done<PlanAnswer>> {
  const { plan } = await heldPlan(act, { ...named, visible: act.scope(implementingPlan.regionPath) });
  const { regionPath } = plan;
  const row = { planId: plan.id, decision, remark, ...actedBy(act), regionPath };
  await act.tx.insert(implementingPlanDecision).values(row);
  return ended(act, { plan, regionPath, after: row, topic: "organisation.implementingPlanDecided" });
}

/** Step: the version of a plan, locked for one act, unless the act is not open to the actor. */
async function heldPlan(act: Act, named: Named & { act: PlanAct; visible: SQL }): Promise<PlanRow> {
  await act.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`organisation.plan:${named.id}`}, 0))`);
  const rows = await planRows(act).where(and(eq(implementingPlan.id, named.id), named.visible));
  const row = found(rows[0]);
  const campaign = await heldCampaign(act, row.plan.campaignId);
  if (row.plan.version !== named.version) {
    refuse({ code: "stale", rule: "kernel.stale", current: { id: row.plan.id, version: row.plan.version } });
  }
  refuseIf(whyNotPlanAct({ plan: planState(row), act: named.act, actor: act.actor, campaign }));
  return row;
}

function ended(
  act: Act,
  step: {
    plan: PlanRow["plan"];
    regionPath: PlanRow["plan"]["regionPath"];
    after: unknown;
    topic: string;
  },
): Done<PlanAnswer> {
  const { id, version, unitCode, campaignId } = step.plan;
  const { regionPath, topic, after } = step;
  act.signal({ topic, subjectId: id, regionPath });
  return act.done({
    subjectKind: "implementingPlan",
    subjectId: id,
    regionPath,
    campaignId,
    before: null,
    after,
    answer: { id, version, unitCode },
  });
}
