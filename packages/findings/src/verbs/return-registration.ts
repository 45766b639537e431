import { verb } from "@anji/database";
import { returnRegistrationInput } from "../finding.inputs.ts";
import { findingsPermissions } from "../permissions.ts";
import { findingCase } from "./finding-case.ts";

/** Returns it to registration for correction. A classification based on wrong facts is removed too. */
export const returnRegistration = verb(
  { permission: findingsPermissions.returnRegistration, input: returnRegistrationInput },
  async (act, input) => {
    const held = await findingCase.hold(act, { ...input, event: "returnRegistration" });
    // Facts that were determined are not corrected, so it waits for a classification and for nothing else.
    const isReturned = !held.before.isDetermined;
    return findingCase.move(act, held, { set: { isReturned, nature: null }, remark: input.remark });
  },
);
