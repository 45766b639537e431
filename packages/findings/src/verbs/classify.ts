import { verb } from "@anji/database";
import { type FieldMistake, levelOfPath, refuseIf, at, invalid } from "@anji/kernel";
import { classifyInput } from "../finding.inputs.ts";
import { rank, whyNotRaised } from "../finding.policy.ts";
import type { FindingRecord } from "../finding-rows.ts";
import { findingsPermissions } from "../permissions.ts";
import { findingCase } from "./finding-case.ts";

type Responsible = Pick<FindingRecord, "responsibleUnit" | "responsibleLevel" | "responsiblePerson">;

/** 定性. 根据发生时间、性质和责任提出处理意见，采取经济、行政、法律手段 */
export const classify = verb({ permission: findingsPermissions.classify, input: classifyInput }, async (act, input) => {
  const held = await findingCase.hold(act, { ...input, event: "classify" });
  const { before } = held;
  const { nature, responsibleUnit, responsibleLevel, responsiblePerson, handlingOpinion, means } = input;
  const responsible = { responsibleUnit, responsibleLevel, responsiblePerson };
  const mistakes: FieldMistake[] = before.isDetermined ? fixedMistakes(before, responsible) : [];
  if (rank(responsibleLevel) < rank(levelOfPath(before.regionPath)))
    mistakes.push(at("responsibleLevel", "findings.responsibleLevelUnit"));
  const raised = whyNotRaised({ wanted: responsibleLevel, present: before.responsibleLevel, actor: act.actor });
  refuseIf(invalid([...mistakes, ...(raised === null ? [] : [raised])]));
  const classified = { classifiedBy: act.actor.personId, classifiedAt: act.now, isDetermined: true };
  const set = { nature, ...responsible, handlingOpinion, means, ...classified };
  return findingCase.move(act, held, { set, remark: handlingOpinion });
});

/** Classified again, it keeps whom the first classification made responsible; that changes by an adjustment. */
function fixedMistakes(before: Responsible, responsible: Responsible): FieldMistake[] {
  const fields = ["responsibleUnit", "responsibleLevel", "responsiblePerson"] as const;
  return fields
    .filter((field) => before[field] !== responsible[field])
    .map((field) => at(field, "findings.adjustmentNeeded"));
}
