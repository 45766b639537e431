import { type ActorCtx, perform } from "@anji/database";
import { refuseIf } from "@anji/kernel";
import type { z } from "zod";
import type { FindingRow } from "../finding.ts";
import type { returnRegistrationInput } from "../finding.inputs.ts";
import { advance } from "../finding.machine.ts";
import { whyNot } from "../finding.policy.ts";
import { factsOf, holdFinding, recordAct, writeFinding } from "../held-finding.ts";
import { findingsPermissions } from "../permissions.ts";

/** Back to registration for correction; a classification made on wrong facts falls with it. */
export async function returnRegistration(
  ctx: ActorCtx,
  input: z.output<typeof returnRegistrationInput>,
): Promise<FindingRow> {
  return perform<FindingRow>(ctx, { permission: findingsPermissions.returnRegistration, input }, async (act) => {
    const held = await holdFinding(act, input);
    const { before, campaign } = held;
    refuseIf(whyNot({ finding: factsOf(before), event: "returnRegistration", actor: act.actor, campaign }));
    const to = advance(before.status, "returnRegistration");
    const changed = { isReturned: true, nature: null };
    await writeFinding(act, held, { ...changed, status: to });
    return recordAct(act, held, { event: "returnRegistration", to, remark: input.remark, changed });
  });
}
