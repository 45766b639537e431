import { verb } from "@anji/database";
import { approveWaiverInput } from "../inputs.ts";
import { campaignPermissions } from "../permissions.ts";
import { decidedBy, waiverCase } from "./waiver-case.ts";

/** Approves a waiver, one level above the unit that asked, by another person. */
export const approveWaiver = verb(
  { permission: campaignPermissions.approveWaiver, input: approveWaiverInput },
  async (act, input) => {
    const held = await waiverCase.hold(act, { ...input, event: "approveWaiver" });
    const { documentNo } = input;
    return waiverCase.move(act, held, {
      set: { documentNo, ...decidedBy(act) },
      history: { documentNo },
      remark: "",
    });
  },
);
