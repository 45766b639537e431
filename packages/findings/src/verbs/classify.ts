import { verb } from "@anji/database";
import { levelOfPath, refuseIf } from "@anji/kernel";
import { at, invalid } from "../finding.checks.ts";
import { classifyInput } from "../finding.inputs.ts";
import { rank } from "../finding.policy.ts";
import { findingsPermissions } from "../permissions.ts";
import { findingCase } from "./finding-case.ts";

/** 定性. 根据发生时间、性质和责任提出处理意见，采取经济、行政、法律手段 */
export const classify = verb({ permission: findingsPermissions.classify, input: classifyInput }, async (act, input) => {
  const held = await findingCase.hold(act, { ...input, event: "classify" });
  const { nature, responsibleUnit, responsibleLevel, responsiblePerson, handlingOpinion, means } = input;
  if (rank(responsibleLevel) < rank(levelOfPath(held.before.regionPath))) {
    refuseIf(invalid([at("responsibleLevel", "findings.responsibleLevelUnit")]));
  }
  const set = { nature, responsibleUnit, responsibleLevel, responsiblePerson, handlingOpinion, means };
  return findingCase.move(act, held, { set, remark: handlingOpinion });
});
