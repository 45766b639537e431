import { verb } from "@anji/database";
import { fen, refuse, refuseAt } from "@anji/kernel";
import { eq } from "drizzle-orm";
import { reverseSettlementInput } from "../finding.inputs.ts";
import { settle } from "../money.ts";
import { findingsPermissions } from "../permissions.ts";
import { settlement } from "../tables.ts";
import { findingCase } from "./finding-case.ts";

/** 退票: takes a movement back altogether, after 销号 too. The finding is rectified again. */
export const reverseSettlement = verb(
  { permission: findingsPermissions.reverseSettlement, input: reverseSettlementInput },
  async (act, input) => {
    const held = await findingCase.hold(act, { ...input, event: "reverseSettlement" });
    const { before } = held;
    const rows = await act.tx.select().from(settlement).where(eq(settlement.findingId, before.id));
    const moved = rows.find((row) => row.id === input.settlementId);
    if (moved === undefined || moved.amountFen <= 0n) refuse({ code: "invalid", rule: "findings.settlementUnknown" });
    if (rows.some((row) => row.reverses === moved.id))
      refuse({ code: "precondition", rule: "findings.reversedAlready" });
    const left = rows
      .filter((row) => row.lineNo === moved.lineNo && row.channel === moved.channel)
      .reduce((sum, row) => sum + row.amountFen, 0n);
    if (left < moved.amountFen) refuse({ code: "precondition", rule: "findings.reversedAlready" });
    if (input.settledOn > act.today) refuseAt("settledOn", "findings.settledInFuture");
    if (input.settledOn < moved.settledOn) refuseAt("settledOn", "findings.reversedBeforeSettled");
    const { lineNo, channel, voucherNo } = moved;
    const { settledOn, note } = input;
    const amountFen = fen(-moved.amountFen);
    const movement = { lineNo, channel, amountFen, settledOn, voucherNo, note, reverses: moved.id };
    const set = { isReturned: true, reportedBy: null, closedBy: null, closedAt: null, isCheckedOnSite: null };
    // The head leaves 已销号 in the statement that moves the money, since a closed finding has nothing outstanding.
    const write = () => settle(act, { before, movement, importId: null, reopens: true });
    return findingCase.move(act, held, { set, also: { movement }, write, remark: note });
  },
);
