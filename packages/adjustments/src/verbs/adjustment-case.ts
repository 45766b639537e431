import { campaignRoot } from "@anji/campaign/queries";
import { type Act, caseOf } from "@anji/database";
import { adjustmentLifecycle, whyNotAdjustment } from "../adjustment.lifecycle.ts";
import { adjustmentRow } from "../queries/adjustment-rows.ts";
import { adjustment, adjustmentEvent } from "../tables.ts";

export const adjustmentCase = caseOf({
  lifecycle: adjustmentLifecycle,
  table: adjustment,
  history: adjustmentEvent,
  topic: "adjustments.changed",
  root: campaignRoot,
  subjectOf: (_, { before }) => before,
  whyNot: whyNotAdjustment,
  answerOf: adjustmentRow,
});

/** The columns that say who decided. */
export function decidedBy({ actor, now }: Pick<Act, "actor" | "now">) {
  return { decidedBy: actor.personId, decidedByName: actor.name, decidedAt: now };
}
