import { verb } from "@anji/database";
import { beginSpotCheckInput } from "../inputs.ts";
import { inspectionPermissions } from "../permissions.ts";
import { spotCheckCase } from "./spot-check-case.ts";

/** The inspectors have arrived. */
export const beginSpotCheck = verb(
  { permission: inspectionPermissions.begin, input: beginSpotCheckInput },
  async (act, input) => {
    const held = await spotCheckCase.hold(act, { ...input, event: "begin" });
    return spotCheckCase.move(act, held, { set: { begunOn: act.today }, remark: "" });
  },
);
