import { type ActorCtx, perform } from "@anji/database";
import type { z } from "zod";
import type { acceptSummaryInput } from "../inputs.ts";
import { summaryPermissions } from "../permissions.ts";
import type { SummaryAnswer } from "../queries/summary-list.ts";
import { changeSummary, holdSummary } from "./change-summary.ts";

/** The province takes a city's summary as it is. */
export async function acceptSummary(ctx: ActorCtx, input: z.output<typeof acceptSummaryInput>): Promise<SummaryAnswer> {
  return perform(ctx, { permission: summaryPermissions.accept, input }, async (act) => {
    const { report } = await holdSummary(act, { id: input.id, version: input.version, event: "accept" });
    const written = { acceptedAt: act.now, acceptedBy: act.actor.personId, acceptedByName: act.actor.name };
    return changeSummary(act, { report, event: "accept", written, remark: "", documentNo: input.documentNo ?? null });
  });
}
