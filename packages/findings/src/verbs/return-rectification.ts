import { type ActorCtx, perform } from "@anji/database";
import { refuseIf } from "@anji/kernel";
import type { z } from "zod";
import type { FindingRow } from "../finding.ts";
import type { returnRectificationInput } from "../finding.inputs.ts";
import { advance } from "../finding.machine.ts";
import { whyNot } from "../finding.policy.ts";
import { factsOf, holdFinding, recordAct, writeFinding } from "../held-finding.ts";
import { findingsPermissions } from "../permissions.ts";

/** 整改不彻底的，要督促整改: back to the responsible unit, with what is missing. */
export async function returnRectification(
  ctx: ActorCtx,
  input: z.output<typeof returnRectificationInput>,
): Promise<FindingRow> {
  return perform<FindingRow>(ctx, { permission: findingsPermissions.returnRectification, input }, async (act) => {
    const held = await holdFinding(act, input);
    const { before, campaign } = held;
    refuseIf(whyNot({ finding: factsOf(before), event: "returnRectification", actor: act.actor, campaign }));
    const to = advance(before.status, "returnRectification");
    const changed = { isReturned: true };
    await writeFinding(act, held, { ...changed, status: to });
    return recordAct(act, held, { event: "returnRectification", to, remark: input.remark, changed });
  });
}
