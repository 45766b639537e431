import { type ActorCtx, perform } from "@anji/database";
import type { z } from "zod";
import type { submitSummaryInput } from "../inputs.ts";
import { summaryPermissions } from "../permissions.ts";
import type { SummaryAnswer } from "../queries/summary-list.ts";
import { changeSummary, holdSummary } from "./change-summary.ts";
import { queueSummaryRendering } from "./queue-rendering.ts";

/** A city submits to the province, the province to the inter-ministerial group once it has every city's. Its document is then made. */
export async function submitSummary(ctx: ActorCtx, input: z.output<typeof submitSummaryInput>): Promise<SummaryAnswer> {
  return perform(ctx, { permission: summaryPermissions.submit, input }, async (act) => {
    const { report } = await holdSummary(act, { ...input, event: "submit" });
    const written = {
      submittedAt: act.now,
      submittedBy: act.actor.personId,
      submittedByName: act.actor.name,
      ...(await queueSummaryRendering(act, report)),
    };
    return changeSummary(act, { report, event: "submit", written, remark: "", documentNo: null });
  });
}
