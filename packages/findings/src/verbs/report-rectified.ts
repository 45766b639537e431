import { type ActorCtx, perform } from "@anji/database";
import { refuseIf } from "@anji/kernel";
import type { z } from "zod";
import type { FindingRow } from "../finding.ts";
import type { reportRectifiedInput } from "../finding.inputs.ts";
import { advance } from "../finding.machine.ts";
import { whyNot } from "../finding.policy.ts";
import { factsWithEvidence, holdFinding, recordAct, writeFinding } from "../held-finding.ts";
import { findingsPermissions } from "../permissions.ts";

/** The responsible unit reports the finding rectified and hands it over for acceptance. */
export async function reportRectified(
  ctx: ActorCtx,
  input: z.output<typeof reportRectifiedInput>,
): Promise<FindingRow> {
  return perform<FindingRow>(ctx, { permission: findingsPermissions.reportRectified, input }, async (act) => {
    const held = await holdFinding(act, input);
    const { before, campaign } = held;
    const finding = await factsWithEvidence(act, held);
    refuseIf(whyNot({ finding, event: "reportRectified", actor: act.actor, campaign }));
    const to = advance(before.status, "reportRectified");
    const changed = { reportedBy: act.actor.personId, isReturned: false };
    await writeFinding(act, held, { ...changed, status: to });
    return recordAct(act, held, { event: "reportRectified", to, remark: input.remark, changed });
  });
}
