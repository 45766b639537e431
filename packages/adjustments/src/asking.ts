import type { CampaignPlan } from "@anji/campaign";
import { addDays, type CaseActor, type Day, dayOf, type Level, type Refusal, refusal } from "@anji/kernel";
import type { AdjustmentKind } from "./adjustment.ts";

type Asked = {
  readonly responsibleLevel: Level;
  readonly registeredLevel: Level;
  readonly classifiedAt: Date | null;
};

/** Why this actor cannot ask for this kind of change: whose case it is, and the days of a contest. */
export function whyNotAsked(options: {
  kind: AdjustmentKind;
  finding: Asked;
  actor: Pick<CaseActor, "level">;
  plan: CampaignPlan;
  today: Day;
}): Refusal | null {
  const { kind, finding, actor, plan, today } = options;
  const isResponsible = actor.level === finding.responsibleLevel;
  if (kind === "contest" && !isResponsible) return notAllowed("adjustments.contestedByUnit");
  if (!isResponsible && actor.level !== finding.registeredLevel) return notAllowed("adjustments.notConcerned");
  if (kind !== "contest" || finding.classifiedAt === null) return null;
  const { contestDays: days } = plan.determination;
  const isLate = today > addDays(dayOf(finding.classifiedAt), days);
  return isLate ? refusal({ code: "precondition", rule: "adjustments.contestLate", params: { days } }) : null;
}

function notAllowed(rule: string): Refusal {
  return refusal({ code: "notAllowed", rule });
}
