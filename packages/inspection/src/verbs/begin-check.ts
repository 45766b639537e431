import { verb } from "@anji/database";
import { beginCheckInput } from "../inputs.ts";
import { inspectionPermissions } from "../permissions.ts";
import { spotCheckCase } from "./spot-check-case.ts";

/** The inspectors have arrived. */
export const beginCheck = verb(
  { permission: inspectionPermissions.begin, input: beginCheckInput },
  async (act, input) => {
    const held = await spotCheckCase.hold(act, { ...input, event: "begin" });
    return spotCheckCase.move(act, held, { set: { begunOn: act.today }, remark: "" });
  },
);
