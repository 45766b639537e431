import { verb } from "@anji/database";
import { returnRectificationInput } from "../finding.inputs.ts";
import { findingsPermissions } from "../permissions.ts";
import { findingCase } from "./finding-case.ts";

/** 整改不彻底的，要督促整改: back to the responsible unit, with what is missing. */
export const returnRectification = verb(
  { permission: findingsPermissions.returnRectification, input: returnRectificationInput },
  async (act, input) => {
    const held = await findingCase.hold(act, { ...input, event: "returnRectification" });
    return findingCase.move(act, held, { set: { isReturned: true }, remark: input.remark });
  },
);
