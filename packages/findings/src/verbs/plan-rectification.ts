import { type ActorCtx, perform } from "@anji/database";
import { refuseIf } from "@anji/kernel";
import type { z } from "zod";
import { whyNotDueOn } from "../finding.checks.ts";
import type { FindingRow } from "../finding.ts";
import type { planRectificationInput } from "../finding.inputs.ts";
import { advance } from "../finding.machine.ts";
import { whyNot } from "../finding.policy.ts";
import { factsOf, holdFinding, recordAct, writeFinding } from "../held-finding.ts";
import { findingsPermissions } from "../permissions.ts";

/** 立即纠正确有困难的要制定整改计划，限期整改 */
export async function planRectification(
  ctx: ActorCtx,
  input: z.output<typeof planRectificationInput>,
): Promise<FindingRow> {
  return perform<FindingRow>(ctx, { permission: findingsPermissions.planRectification, input }, async (act) => {
    const held = await holdFinding(act, input);
    const { before, campaign } = held;
    const { rectificationKind, measures, department, responsiblePerson, dueOn } = input;
    refuseIf(
      whyNot({ finding: factsOf(before), event: "planRectification", actor: act.actor, campaign }) ??
        whyNotDueOn({ dueOn, rectificationKind, plan: campaign.plan, phase: campaign.phase, today: act.today }),
    );
    const to = advance(before.status, "planRectification");
    const changed = { rectificationKind, measures, department, responsiblePerson, dueOn, isReturned: false };
    await writeFinding(act, held, { ...changed, status: to });
    return recordAct(act, held, { event: "planRectification", to, remark: "", changed });
  });
}
