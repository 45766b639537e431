import { verb } from "@anji/database";
import { acknowledgeWaiverInput } from "../inputs.ts";
import { campaignPermissions } from "../permissions.ts";
import { waiverCase } from "./waiver-case.ts";

/** The unit takes note of the decision on its waiver, or that nobody decided in time. */
export const acknowledgeWaiver = verb(
  { permission: campaignPermissions.acknowledgeWaiver, input: acknowledgeWaiverInput },
  async (act, input) => {
    const held = await waiverCase.hold(act, { ...input, event: "acknowledgeWaiver" });
    return waiverCase.move(act, held, { set: { seenAt: act.now }, remark: "" });
  },
);
