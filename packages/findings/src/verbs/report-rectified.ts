import { verb } from "@anji/database";
import { reportRectifiedInput } from "../finding.inputs.ts";
import { findingsPermissions } from "../permissions.ts";
import { findingCase } from "./finding-case.ts";

/** The responsible unit reports the finding rectified and hands it over for acceptance. */
export const reportRectified = verb(
  { permission: findingsPermissions.reportRectified, input: reportRectifiedInput },
  async (act, input) => {
    const held = await findingCase.hold(act, { ...input, event: "reportRectified" });
    const set = { reportedBy: act.actor.personId, isReturned: false };
    return findingCase.move(act, held, { set, remark: input.remark });
  },
);
