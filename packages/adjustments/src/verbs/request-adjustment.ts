import { type Act, adoptFile, verb } from "@anji/database";
import { newId, refuse, refuseIf } from "@anji/kernel";
import { and, eq } from "drizzle-orm";
import { levelDeciding } from "../adjustment.ts";
import { adjustmentLifecycle } from "../adjustment.lifecycle.ts";
import { type HeldChange, holdChange } from "../apply-change.ts";
import { whyNotAsked } from "../asking.ts";
import { effectsOf, storedChange } from "../effects.ts";
import { requestAdjustmentInput } from "../inputs.ts";
import { adjustmentsPermissions } from "../permissions.ts";
import { adjustment, adjustmentDocument } from "../tables.ts";
import { adjustmentCase } from "./adjustment-case.ts";

/** 申请调整: checked against the finding as it is now, and left to another person. */
export const requestAdjustment = verb(
  { permission: adjustmentsPermissions.request, input: requestAdjustmentInput },
  async (act, input) => {
    const { findingId, version, change, reason } = input;
    const held = await holdChange(act, { id: findingId, version, change });
    const { plan } = held;
    refuseIf(whyNotAsked({ kind: change.kind, finding: held.before, actor: act.actor, plan, today: act.today }));
    await refuseSecond(act, held);
    const { before } = held;
    const { id: personId, name } = { id: act.actor.personId, name: act.actor.name };
    const row = {
      id: newId<"adjustment">(act.now),
      campaignId: before.campaignId,
      regionPath: before.regionPath,
      findingId,
      kind: change.kind,
      change: storedChange(change),
      effects: effectsOf(change, held),
      reason,
      decidingLevel: levelDeciding(change, before),
      registeredBy: before.registeredBy,
      classifiedBy: before.classifiedBy,
      requestedBy: personId,
      requestedByName: name,
      requestedAt: act.now,
      status: adjustmentLifecycle.first,
      machineVersion: adjustmentLifecycle.version,
    };
    await act.tx.insert(adjustment).values(row);
    for (const fileId of new Set(input.fileIds)) {
      const file = await adoptFile(act, { fileId, regionPath: before.regionPath });
      const document = { adjustmentId: row.id, fileId: file.fileId, name: file.name, regionPath: before.regionPath };
      await act.tx.insert(adjustmentDocument).values(document);
    }
    return adjustmentCase.begin(act, { by: "request", row, also: { change: row.change }, remark: reason });
  },
);

/** One open request a finding. The finding is locked, so that two cannot be made at once. */
async function refuseSecond(act: Act, { before }: HeldChange): Promise<void> {
  const [waiting] = await act.tx
    .select({ id: adjustment.id })
    .from(adjustment)
    .where(and(eq(adjustment.findingId, before.id), eq(adjustment.status, "requested")));
  if (waiting !== undefined) refuse({ code: "conflict", rule: "adjustments.oneAtATime" });
}
