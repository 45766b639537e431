import { campaignOf } from "@anji/campaign/queries";
import { type ActorCtx, read } from "@anji/database";
import { dayOf, type Id, type WorkItem } from "@anji/kernel";
import { and, asc, eq, not } from "drizzle-orm";
import { PERMISSION_OF_ACT, type PlanAct, whyNotPlanAct } from "../plan.policy.ts";
import { implementingPlan } from "../tables.ts";
import { isReplacedPlan, isVisible, planRows, planState, type PlanRow } from "./implementing-plans.ts";

const ITEMS_MAX = 500;

const GROUP_OF_ACT = { issue: "sign", receive: "fill", accept: "review", revise: "fill" } as const satisfies Partial<
  Record<PlanAct, WorkItem["group"]>
>;
const WAITING_ACTS = ["issue", "receive", "accept", "revise"] as const;

/** The plans that wait for this person: to issue, to receive, to accept, and to file once more after a return. */
export async function myOrganisationWork(ctx: ActorCtx, input: { campaignId: Id<"campaign"> }): Promise<WorkItem[]> {
  return read(ctx, async (reader) => {
    const campaign = await campaignOf(reader, input.campaignId);
    const rows = await planRows(reader)
      .where(and(eq(implementingPlan.campaignId, input.campaignId), not(isReplacedPlan(reader)), isVisible(reader)))
      .orderBy(asc(implementingPlan.filedAt), asc(implementingPlan.id))
      .limit(ITEMS_MAX);
    return rows.flatMap((row) => {
      const isReturned = row.decision?.decision === "returned";
      const act = WAITING_ACTS.find(
        (one) =>
          (one !== "revise" || isReturned) &&
          whyNotPlanAct({ plan: planState(row), act: one, actor: reader.actor, campaign }) === null,
      );
      return act === undefined ? [] : [workItem(row, act)];
    });
  });
}

function workItem({ plan, unitName, decision }: PlanRow, act: (typeof WAITING_ACTS)[number]): WorkItem {
  const isReturned = decision?.decision === "returned";
  const { key } = PERMISSION_OF_ACT[act];
  return {
    key: `${key}:${plan.id}`,
    group: GROUP_OF_ACT[act],
    verb: key,
    subject: { kind: "implementingPlan", id: plan.id },
    number: plan.documentNo,
    unitCode: plan.unitCode,
    unitName,
    title: plan.title,
    amountFen: null,
    lastRemark:
      isReturned && decision !== null ? { by: decision.byName, on: dayOf(decision.at), text: decision.remark } : null,
    isReturned,
    dueOn: null,
  };
}
