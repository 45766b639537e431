import { type Act, actedBy, type Done, found } from "@anji/database";
import type { Id } from "@anji/kernel";
import { eq, max } from "drizzle-orm";
import { type CheckAnswer, checkAnswer, type SpotCheckRow } from "../queries/checks.ts";
import { SPOT_CHECK_MACHINE_VERSION, type SpotCheckEvent } from "../spot-check.machine.ts";
import { spotCheck, spotCheckEvent } from "../tables.ts";

/** Ends every verb on a check: history, signal, audit row, answer. */
export async function recorded(
  act: Act,
  options: { id: Id<"spotCheck">; event: SpotCheckEvent | "plan"; before: SpotCheckRow | null; remark: string },
): Promise<Done<CheckAnswer>> {
  const { id, before } = options;
  const rows = await act.tx.select().from(spotCheck).where(eq(spotCheck.id, id));
  const after = found(rows[0]);
  const [last] = await act.tx
    .select({ seq: max(spotCheckEvent.seq) })
    .from(spotCheckEvent)
    .where(eq(spotCheckEvent.checkId, id));
  await act.tx.insert(spotCheckEvent).values({
    checkId: id,
    seq: (last?.seq ?? 0) + 1,
    event: options.event,
    from: before?.status ?? null,
    to: after.status,
    machineVersion: SPOT_CHECK_MACHINE_VERSION,
    ...actedBy(act),
    remark: options.remark,
    regionPath: after.regionPath,
  });
  const { regionPath, campaignId } = after;
  await act.signal({ topic: "inspection.checkChanged", subjectId: id, regionPath, campaignId });
  const answer = await checkAnswer(act, id);
  return act.done({ subjectKind: "spotCheck", subjectId: id, regionPath, campaignId, before, after: answer, answer });
}
