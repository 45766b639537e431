import { type ActorCtx, perform } from "@anji/database";
import type { z } from "zod";
import type { writeSummaryInput } from "../inputs.ts";
import { summaryPermissions } from "../permissions.ts";
import type { SummaryAnswer } from "../queries/summary-list.ts";
import { changeSummary, holdSummary } from "./change-summary.ts";

/** Writes the sections. No figure can be written. */
export async function writeSummary(ctx: ActorCtx, input: z.output<typeof writeSummaryInput>): Promise<SummaryAnswer> {
  return perform(ctx, { permission: summaryPermissions.write, input }, async (act) => {
    const { report } = await holdSummary(act, { id: input.id, version: input.version, event: "write" });
    return changeSummary(act, {
      report,
      event: "write",
      written: { sections: input.sections },
      remark: "",
      documentNo: null,
    });
  });
}
