import { verb } from "@anji/database";
import { declineAdjustmentInput } from "../inputs.ts";
import { adjustmentsPermissions } from "../permissions.ts";
import { adjustmentCase, decidedBy } from "./adjustment-case.ts";

/** 不同意, with the reason; the finding stays as it is. */
export const declineAdjustment = verb(
  { permission: adjustmentsPermissions.decline, input: declineAdjustmentInput },
  async (act, input) => {
    const held = await adjustmentCase.hold(act, { ...input, event: "decline" });
    const set = { ...decidedBy(act), decision: input.remark };
    return adjustmentCase.move(act, held, { set, remark: input.remark });
  },
);
