import { type ActorCtx, perform } from "@anji/database";
import type { z } from "zod";
import type { renderSummaryInput } from "../inputs.ts";
import { summaryPermissions } from "../permissions.ts";
import type { SummaryAnswer } from "../queries/summary-list.ts";
import { changeSummary, holdSummary } from "./change-summary.ts";
import { queueSummaryRendering } from "./queue-rendering.ts";

/** Has the document of a submitted summary made again. */
export async function renderSummary(ctx: ActorCtx, input: z.output<typeof renderSummaryInput>): Promise<SummaryAnswer> {
  return perform(ctx, { permission: summaryPermissions.render, input }, async (act) => {
    const { report } = await holdSummary(act, { ...input, event: "render" });
    const written = await queueSummaryRendering(act, report);
    return changeSummary(act, { report, event: "render", written, remark: "", documentNo: null });
  });
}
