import type { CampaignState } from "@anji/campaign";
import { type Actor, levelOfPath, type Refusal, refusal, type RegionPath, whyNotAllowed } from "@anji/kernel";
import { organisationPermissions } from "./permissions.ts";

/** 认可, 退回 by the province's office for a city's plan; 印发 for the province's own. */
export const PLAN_DECISIONS = ["accepted", "returned", "issued"] as const;
export type PlanDecision = (typeof PLAN_DECISIONS)[number];

/** What may be done with a version of a plan. */
export const PLAN_ACTS = ["revise", "issue", "receive", "accept", "return"] as const;
export type PlanAct = (typeof PLAN_ACTS)[number];

export const PERMISSION_OF_ACT = {
  revise: organisationPermissions.reviseImplementingPlan,
  issue: organisationPermissions.issueImplementingPlan,
  receive: organisationPermissions.receiveImplementingPlan,
  accept: organisationPermissions.acceptImplementingPlan,
  return: organisationPermissions.returnImplementingPlan,
} as const satisfies Record<PlanAct, (typeof organisationPermissions)[keyof typeof organisationPermissions]>;

/** A version of a plan, as the policy looks at it. */
export type PlanState = {
  readonly regionPath: RegionPath;
  readonly filedBy: string;
  readonly decision: PlanDecision | null;
  /** A later version of the unit's plan is in force. */
  readonly isReplaced: boolean;
  /** The actor's unit has signed for it. */
  readonly isReceived: boolean;
};

type Question = {
  readonly plan: PlanState;
  readonly act: PlanAct;
  readonly actor: Pick<Actor, "level" | "roles" | "path" | "personId">;
  readonly campaign: { readonly phase: CampaignState };
};

/** Why this act on a plan is not open to this actor now; null when it is. */
export function whyNotPlanAct(question: Question): Refusal | null {
  const { plan, act, actor, campaign } = question;
  const notAllowed = whyNotAllowed(PERMISSION_OF_ACT[act], actor);
  if (notAllowed !== null) return notAllowed;
  const whose = whyNotWhose(question);
  if (whose !== null) return refusal({ code: "notAllowed", rule: whose });
  if (campaign.phase === "ended") return refusal({ code: "precondition", rule: "campaign.alreadyEnded" });
  const state = whyNotState(question);
  if (state !== null) return refusal({ code: "precondition", rule: state });
  const isOwnCase = act !== "revise" && act !== "receive" && plan.filedBy === actor.personId;
  return isOwnCase ? refusal({ code: "notAllowed", rule: "organisation.planDecidedByOther" }) : null;
}

function whyNotWhose({ plan, act, actor }: Question): string | null {
  const level = levelOfPath(plan.regionPath);
  if (act === "revise") return plan.regionPath === actor.path ? null : "organisation.ownUnitOnly";
  if (act === "issue") return plan.regionPath === actor.path ? null : "organisation.planOfProvince";
  if (act === "receive") return level === "province" ? null : "organisation.planOfProvince";
  return level === "city" ? null : "organisation.planOfCity";
}

function whyNotState({ plan, act }: Question): string | null {
  if (plan.isReplaced) return "organisation.planReplaced";
  if (act === "revise") return null;
  if (act !== "receive") return plan.decision === null ? null : "organisation.planDecided";
  if (plan.decision !== "issued") return "organisation.planNotIssued";
  return plan.isReceived ? "organisation.planReceived" : null;
}
