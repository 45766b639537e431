import { type ActorCtx, perform } from "@anji/database";
import type { z } from "zod";
import type { returnSummaryInput } from "../inputs.ts";
import { summaryPermissions } from "../permissions.ts";
import type { SummaryAnswer } from "../queries/summary-list.ts";
import { changeSummary, holdSummary } from "./change-summary.ts";

/** The province sends a city's summary back with its reason. */
export async function returnSummary(ctx: ActorCtx, input: z.output<typeof returnSummaryInput>): Promise<SummaryAnswer> {
  return perform(ctx, { permission: summaryPermissions.return, input }, async (act) => {
    const { report } = await holdSummary(act, { id: input.id, version: input.version, event: "return" });
    return changeSummary(act, {
      report,
      event: "return",
      written: { returnRemark: input.remark },
      remark: input.remark,
      documentNo: null,
    });
  });
}
