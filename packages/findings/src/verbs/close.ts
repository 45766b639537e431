import { type ActorCtx, perform } from "@anji/database";
import { refuseIf } from "@anji/kernel";
import type { z } from "zod";
import type { FindingRow } from "../finding.ts";
import type { closeInput } from "../finding.inputs.ts";
import { advance } from "../finding.machine.ts";
import { whyNot } from "../finding.policy.ts";
import { factsWithEvidence, holdFinding, recordAct, writeFinding } from "../held-finding.ts";
import { findingsPermissions } from "../permissions.ts";

/** 销号: by another person, with every document attached and nothing outstanding. */
export async function close(ctx: ActorCtx, input: z.output<typeof closeInput>): Promise<FindingRow> {
  return perform<FindingRow>(ctx, { permission: findingsPermissions.close, input }, async (act) => {
    const held = await holdFinding(act, input);
    const { before, campaign } = held;
    const finding = await factsWithEvidence(act, held);
    refuseIf(whyNot({ finding, event: "close", actor: act.actor, campaign }));
    const to = advance(before.status, "close");
    const changed = { closedBy: act.actor.personId, closedAt: act.now, isCheckedOnSite: input.checkedOnSite };
    await writeFinding(act, held, { ...changed, status: to });
    return recordAct(act, held, { event: "close", to, remark: input.remark, changed });
  });
}
