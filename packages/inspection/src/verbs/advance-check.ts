import { heldCampaign } from "@anji/campaign/queries";
import { type Act, found } from "@anji/database";
import { type Id, refuse, refuseIf } from "@anji/kernel";
import { and, eq } from "drizzle-orm";
import { checkAnswer, type SpotCheckRow } from "../queries/checks.ts";
import { advance, type SpotCheckEvent } from "../spot-check.machine.ts";
import { whyNot } from "../spot-check.ts";
import { spotCheck } from "../tables.ts";

type Written = Partial<
  Pick<
    SpotCheckRow,
    | "begunOn"
    | "completedOn"
    | "completedBy"
    | "completedByName"
    | "conclusion"
    | "remark"
    | "countersignedAt"
    | "countersignedBy"
    | "countersignedByName"
  >
>;

/** Step: hold the campaign, lock, refuse, advance, write; answers the row as it stood before. */
export async function advanceCheck(
  act: Act,
  options: { id: Id<"spotCheck">; version: number; event: SpotCheckEvent; written: Written },
): Promise<SpotCheckRow> {
  const { id, event } = options;
  const named = and(eq(spotCheck.id, id), act.scope(spotCheck.regionPath));
  const [seen] = await act.tx.select({ campaignId: spotCheck.campaignId }).from(spotCheck).where(named);
  const { phase } = await heldCampaign(act, found(seen).campaignId);
  const rows = await act.tx.select().from(spotCheck).where(named).for("update");
  const before = found(rows[0]);
  if (before.version !== options.version)
    refuse({ code: "stale", rule: "kernel.stale", current: await checkAnswer(act, id) });
  refuseIf(whyNot({ check: before, event, actor: act.actor, campaignPhase: phase }));
  await act.tx
    .update(spotCheck)
    .set({
      ...options.written,
      status: advance(before.status, event),
      round: roundAfter(before, event),
      version: before.version + 1,
    })
    .where(and(eq(spotCheck.id, id), eq(spotCheck.version, before.version)));
  return before;
}

/** Step: each time results are recorded is a round of its own. */
export function roundAfter(check: Pick<SpotCheckRow, "round">, event: SpotCheckEvent): number {
  return event === "complete" ? check.round + 1 : check.round;
}
