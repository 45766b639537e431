import { verb } from "@anji/database";
import { cancelSpotCheckInput } from "../inputs.ts";
import { inspectionPermissions } from "../permissions.ts";
import { spotCheckCase } from "./spot-check-case.ts";

/** Ends a check that was entered by mistake or will not take place. It stays in the records and counts for nothing. */
export const cancelSpotCheck = verb(
  { permission: inspectionPermissions.cancel, input: cancelSpotCheckInput },
  async (act, input) => {
    const held = await spotCheckCase.hold(act, { ...input, event: "cancel" });
    return spotCheckCase.move(act, held, { set: {}, remark: input.reason });
  },
);
