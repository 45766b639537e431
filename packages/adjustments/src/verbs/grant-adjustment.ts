import { verb } from "@anji/database";
import { applyChange, holdChange } from "../apply-change.ts";
import { adjustmentChange, grantAdjustmentInput } from "../inputs.ts";
import { adjustmentsPermissions } from "../permissions.ts";
import { adjustmentCase, decidedBy } from "./adjustment-case.ts";

/** 同意: the finding changes in the same transaction, checked as it is today. */
export const grantAdjustment = verb(
  { permission: adjustmentsPermissions.grant, input: grantAdjustmentInput },
  async (act, input) => {
    const held = await adjustmentCase.hold(act, { ...input, event: "grant" });
    const { findingId, reason, change: stored } = held.before;
    const { documentNo, remark } = input;
    const change = adjustmentChange.parse(stored);
    const finding = await holdChange(act, { id: findingId, version: null, change });
    await applyChange(act, finding, { change, remark: reason, documentNo });
    const set = { ...decidedBy(act), documentNo, decision: remark };
    return adjustmentCase.move(act, held, { set, remark });
  },
);
