import { type Act, caseOf, found } from "@anji/database";
import { eq } from "drizzle-orm";
import { campaignRoot } from "../queries/campaigns.ts";
import { waiver, waiverEvent } from "../tables.ts";
import { waiverLifecycle, whyNotWaiver } from "../waiver.lifecycle.ts";

export const waiverCase = caseOf({
  lifecycle: waiverLifecycle,
  table: waiver,
  history: waiverEvent,
  topic: "campaign.waiverChanged",
  root: campaignRoot,
  subjectOf: ({ today }, { before }) => ({ ...before, today }),
  whyNot: whyNotWaiver,
  answerOf: waiverAnswer,
});

/** Step: the state of a waiver, as every verb answers it. */
async function waiverAnswer(act: Pick<Act, "tx">, id: typeof waiver.$inferSelect.id) {
  const rows = await act.tx
    .select({ id: waiver.id, version: waiver.version, status: waiver.status })
    .from(waiver)
    .where(eq(waiver.id, id));
  return found(rows[0]);
}

/** The columns that say who decided. */
export function decidedBy({ actor, now }: Pick<Act, "actor" | "now">) {
  return { decidedBy: actor.personId, decidedByName: actor.name, decidedAt: now };
}
