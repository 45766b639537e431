import { adoptFile, type ActorCtx, perform } from "@anji/database";
import { refuse } from "@anji/kernel";
import type { z } from "zod";
import type { attachSummaryRenderingInput } from "../inputs.ts";
import { summaryPermissions } from "../permissions.ts";
import { type SummaryAnswer, summaryAnswer } from "../queries/summary-list.ts";
import { changeSummary, holdSummary } from "./change-summary.ts";

/** Attaches the document a worker made. One job attaches once, however often its worker says so. */
export async function attachSummaryRendering(
  ctx: ActorCtx,
  input: z.output<typeof attachSummaryRenderingInput>,
): Promise<SummaryAnswer> {
  return perform(ctx, { permission: summaryPermissions.attachRendering, input }, async (act) => {
    const { report } = await holdSummary(act, { id: input.id, version: null, event: "attachRendering" });
    const { id, regionPath, campaignId } = report;
    if (report.renderedJobId === input.jobId) {
      const answer = await summaryAnswer(act, id);
      return act.done({
        subjectKind: "summaryReport",
        subjectId: id,
        regionPath,
        campaignId,
        before: report,
        after: report,
        answer,
      });
    }
    if (report.jobId !== input.jobId) refuse({ code: "precondition", rule: "reporting.renderingSuperseded" });
    const docx = await adoptFile(act, { fileId: input.docxFileId, regionPath });
    const written = { renderedJobId: input.jobId, docxFileId: docx.fileId };
    return changeSummary(act, { report, event: "attachRendering", written, remark: "", documentNo: null });
  });
}
