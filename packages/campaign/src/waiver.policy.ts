import { type Level, type Refusal, refusal } from "@anji/kernel";
import { CAMPAIGN_STATES, type CampaignState } from "./phase.ts";
import { type CampaignPlan, phaseOfGate } from "./plan.ts";

/** Why a unit may not ask for a waiver of this condition now; null when it may. */
export function whyNotAsked(asked: {
  campaign: { readonly phase: CampaignState; readonly plan: CampaignPlan };
  rule: string;
  /** The level of the unit, and the levels whose units the condition asks. */
  level: Level;
  levels: readonly Level[];
}): Refusal | null {
  const { campaign, rule, level, levels } = asked;
  const phase = phaseOfGate(campaign.plan, rule);
  if (phase === null) return refusal({ code: "invalid", rule: "campaign.waiverRuleUnknown" });
  if (CAMPAIGN_STATES.indexOf(phase) < CAMPAIGN_STATES.indexOf(campaign.phase)) {
    return refusal({ code: "precondition", rule: "campaign.waiverPhaseOver" });
  }
  return levels.includes(level) ? null : refusal({ code: "invalid", rule: "campaign.waiverOtherDuty" });
}
