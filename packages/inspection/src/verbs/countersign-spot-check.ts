import { verb } from "@anji/database";
import { countersignSpotCheckInput } from "../inputs.ts";
import { inspectionPermissions } from "../permissions.ts";
import { spotCheckCase } from "./spot-check-case.ts";

/** A second person confirms the result; from here on the check counts for coverage. */
export const countersignSpotCheck = verb(
  { permission: inspectionPermissions.countersign, input: countersignSpotCheckInput },
  async (act, input) => {
    const held = await spotCheckCase.hold(act, { ...input, event: "countersign" });
    const { personId, name } = act.actor;
    const set = { countersignedAt: act.now, countersignedBy: personId, countersignedByName: name };
    return spotCheckCase.move(act, held, { set, remark: "" });
  },
);
