import { type ActorCtx, perform } from "@anji/database";
import { refuse, refuseIf } from "@anji/kernel";
import type { z } from "zod";
import { whyNotSettled } from "../finding.checks.ts";
import type { FindingRow } from "../finding.ts";
import type { recordSettlementInput } from "../finding.inputs.ts";
import { advance } from "../finding.machine.ts";
import { whyNot } from "../finding.policy.ts";
import { factsOf, holdFinding, recordAct } from "../held-finding.ts";
import { linesOf, settle } from "../money.ts";
import { findingsPermissions } from "../permissions.ts";

/** Records money that came back, by voucher. A wrong entry is corrected by a negative one. */
export async function recordSettlement(
  ctx: ActorCtx,
  input: z.output<typeof recordSettlementInput>,
): Promise<FindingRow> {
  return perform<FindingRow>(ctx, { permission: findingsPermissions.recordSettlement, input }, async (act) => {
    const held = await holdFinding(act, input);
    const { before, campaign } = held;
    refuseIf(whyNot({ finding: factsOf(before), event: "recordSettlement", actor: act.actor, campaign }));
    const line = (await linesOf(act, before.id)).find((one) => one.lineNo === input.lineNo);
    if (line === undefined) refuse({ code: "invalid", rule: "findings.lineUnknown", params: { lineNo: input.lineNo } });
    refuseIf(whyNotSettled({ ...input, line, today: act.today }));
    const to = advance(before.status, "recordSettlement");
    const { lineNo, channel, amountFen, settledOn, voucherNo, note } = input;
    const movement = { lineNo, channel, amountFen, settledOn, voucherNo, note };
    await settle(act, { before, movement, importId: null });
    return recordAct(act, held, { event: "recordSettlement", to, remark: note, changed: { movement } });
  });
}
