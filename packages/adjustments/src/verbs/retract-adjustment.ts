import { verb } from "@anji/database";
import { retractAdjustmentInput } from "../inputs.ts";
import { adjustmentsPermissions } from "../permissions.ts";
import { adjustmentCase } from "./adjustment-case.ts";

/** 撤回, by the applicant before the decision. */
export const retractAdjustment = verb(
  { permission: adjustmentsPermissions.retract, input: retractAdjustmentInput },
  async (act, input) => {
    const held = await adjustmentCase.hold(act, { ...input, event: "retract" });
    return adjustmentCase.move(act, held, { set: {}, remark: "" });
  },
);
