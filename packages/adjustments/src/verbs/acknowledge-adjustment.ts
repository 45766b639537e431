import { verb } from "@anji/database";
import { acknowledgeAdjustmentInput } from "../inputs.ts";
import { adjustmentsPermissions } from "../permissions.ts";
import { adjustmentCase } from "./adjustment-case.ts";

/** The applicant has read the decision. */
export const acknowledgeAdjustment = verb(
  { permission: adjustmentsPermissions.acknowledge, input: acknowledgeAdjustmentInput },
  async (act, input) => {
    const held = await adjustmentCase.hold(act, { ...input, event: "acknowledge" });
    return adjustmentCase.move(act, held, { set: { acknowledgedAt: act.now }, remark: "" });
  },
);
