import { verb } from "@anji/database";
import { rejectWaiverInput } from "../inputs.ts";
import { campaignPermissions } from "../permissions.ts";
import { decidedBy, waiverCase } from "./waiver-case.ts";

export const rejectWaiver = verb(
  { permission: campaignPermissions.rejectWaiver, input: rejectWaiverInput },
  async (act, input) => {
    const held = await waiverCase.hold(act, { ...input, event: "rejectWaiver" });
    const { remark } = input;
    return waiverCase.move(act, held, { set: { remark, ...decidedBy(act) }, remark });
  },
);
