import { verb } from "@anji/database";
import { returnSpotCheckInput } from "../inputs.ts";
import { inspectionPermissions } from "../permissions.ts";
import { spotCheckCase } from "./spot-check-case.ts";

/** Sends the result back for re-entry. The countersigner or the author may do it; earlier scores are kept. */
export const returnSpotCheck = verb(
  { permission: inspectionPermissions.return, input: returnSpotCheckInput },
  async (act, input) => {
    const held = await spotCheckCase.hold(act, { ...input, event: "return" });
    const set = { visitedOn: null, completedOn: null, completedBy: null, completedByName: null, conclusion: null };
    return spotCheckCase.move(act, held, { set, remark: input.remark });
  },
);
