import { type Actor, type Refusal, refusal, whyNotAllowed } from "@anji/kernel";
import { canAdvance } from "./campaign.machine.ts";
import { gatesHold, isShort } from "./gates.ts";
import type { GateResult } from "./gate.ts";
import { campaignPermissions } from "./permissions.ts";
import type { CampaignState } from "./phase.ts";

/**
 * Why the campaign may not move on now, or null when it may. The server asks before the act, and for the console's
 * button.
 */
export function whyNotAdvance(
  campaign: { phase: CampaignState; provinceCode: string },
  gates: readonly GateResult[],
  actor: Pick<Actor, "level" | "roles" | "unitCode">,
): Refusal | null {
  if (campaign.phase === "ended") return refusal({ code: "precondition", rule: "campaign.alreadyEnded" });
  const failing = gates.filter(isShort);
  if (!canAdvance(campaign.phase, { type: "advance", gatesHold: gatesHold(gates) })) {
    const numbers = failing.map((gate) => gate.number).join("、");
    return refusal({ code: "precondition", rule: "campaign.gatesFail", params: { count: failing.length, numbers } });
  }
  const notAllowed = whyNotAllowed(campaignPermissions.advance, actor);
  if (notAllowed !== null) return notAllowed;
  return actor.unitCode === campaign.provinceCode
    ? null
    : refusal({ code: "notAllowed", rule: "campaign.provinceSigns" });
}
