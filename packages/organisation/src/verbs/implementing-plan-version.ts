import type { Act, Done } from "@anji/database";
import type { Id } from "@anji/kernel";
import { implementingPlan } from "../tables.ts";

export type PlanRow = typeof implementingPlan.$inferSelect;
type PlanAnswer = { id: Id<"implementingPlan">; version: number; unitCode: string };

/** Step: writes a version of an implementing plan; false when the unit has that version already. */
export async function insertedPlan(act: Act, row: PlanRow): Promise<boolean> {
  const inserted = await act.tx
    .insert(implementingPlan)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: implementingPlan.id });
  return inserted.length > 0;
}

/** Step: the signal, the audit row and the answer of a version that was filed. */
export async function implementingPlanFiled(
  act: Act,
  { before, after }: { before: PlanRow | null; after: PlanRow },
): Promise<Done<PlanAnswer>> {
  const { id, version, unitCode, regionPath, campaignId } = after;
  act.signal({ topic: "organisation.implementingPlanFiled", subjectId: id, regionPath });
  return act.done({
    subjectKind: "implementingPlan",
    subjectId: id,
    regionPath,
    campaignId,
    before,
    after,
    answer: { id, version, unitCode },
  });
}
