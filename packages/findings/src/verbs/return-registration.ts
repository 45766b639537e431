import { verb } from "@anji/database";
import { returnRegistrationInput } from "../finding.inputs.ts";
import { findingsPermissions } from "../permissions.ts";
import { findingCase } from "./finding-case.ts";

/** Back to registration for correction; a classification made on wrong facts falls with it. */
export const returnRegistration = verb(
  { permission: findingsPermissions.returnRegistration, input: returnRegistrationInput },
  async (act, input) => {
    const held = await findingCase.hold(act, { ...input, event: "returnRegistration" });
    return findingCase.move(act, held, { set: { isReturned: true, nature: null }, remark: input.remark });
  },
);
