import { verb } from "@anji/database";
import { refuseIf } from "@anji/kernel";
import { whyNotDueOn } from "../finding.checks.ts";
import { planRectificationInput } from "../finding.inputs.ts";
import { findingsPermissions } from "../permissions.ts";
import { findingCase } from "./finding-case.ts";

/** 立即纠正确有困难的要制定整改计划，限期整改 */
export const planRectification = verb(
  { permission: findingsPermissions.planRectification, input: planRectificationInput },
  async (act, input) => {
    const held = await findingCase.hold(act, { ...input, event: "planRectification" });
    const { rectificationKind, measures, department, responsiblePerson, dueOn } = input;
    const { plan, phase } = held.campaign;
    refuseIf(whyNotDueOn({ dueOn, rectificationKind, plan, phase, today: act.today }));
    const set = { rectificationKind, measures, department, responsiblePerson, dueOn, isReturned: false };
    return findingCase.move(act, held, { set, remark: "" });
  },
);
