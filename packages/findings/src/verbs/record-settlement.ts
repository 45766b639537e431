import { verb } from "@anji/database";
import { refuse, refuseIf, invalid } from "@anji/kernel";
import { whyNotSettled } from "../finding.checks.ts";
import { recordSettlementInput } from "../finding.inputs.ts";
import { linesOf, settle } from "../money.ts";
import { findingsPermissions } from "../permissions.ts";
import { sameVoucher } from "../same-voucher.ts";
import { findingCase } from "./finding-case.ts";

/** Records money that came back, by voucher. A wrong entry is corrected by a negative one. */
export const recordSettlement = verb(
  { permission: findingsPermissions.recordSettlement, input: recordSettlementInput },
  async (act, input) => {
    const held = await findingCase.hold(act, { ...input, event: "recordSettlement" });
    const { before, campaign } = held;
    const { lineNo, channel, amountFen, settledOn, voucherNo, note } = input;
    const line = (await linesOf(act, before.id)).find((one) => one.lineNo === lineNo);
    if (line === undefined) refuse({ code: "invalid", rule: "findings.lineUnknown", params: { lineNo } });
    const { occurredFrom } = before;
    refuseIf(whyNotSettled({ ...input, plan: campaign.plan, occurredFrom, line, today: act.today }));
    const isConfirmed = input.confirmsSameVoucher === true;
    if (amountFen > 0n) refuseIf(invalid(await sameVoucher(act, { before, lineNo, voucherNo, isConfirmed })));
    const movement = { lineNo, channel, amountFen, settledOn, voucherNo, note };
    const write = () => settle(act, { before, movement, importId: null });
    return findingCase.move(act, held, { set: {}, also: { movement, isConfirmed }, write, remark: note });
  },
);
