import { adoptFile, type ActorCtx, perform } from "@anji/database";
import { refuse } from "@anji/kernel";
import type { z } from "zod";
import type { attachRenderingInput } from "../inputs.ts";
import { monthlyPermissions } from "../permissions.ts";
import { type MonthlyAnswer, monthlyAnswer } from "../queries/monthly-list.ts";
import { changeMonthly, holdMonthly } from "./change-monthly.ts";

/** Attaches the files a worker made. One job attaches once, however often its worker says so. */
export async function attachRendering(
  ctx: ActorCtx,
  input: z.output<typeof attachRenderingInput>,
): Promise<MonthlyAnswer> {
  return perform(ctx, { permission: monthlyPermissions.attachRendering, input }, async (act) => {
    const { report } = await holdMonthly(act, { id: input.id, version: null, event: "attachRendering" });
    const { id, regionPath, campaignId } = report;
    if (report.renderedJobId === input.jobId) {
      const answer = await monthlyAnswer(act, id);
      return act.done({
        subjectKind: "monthlyReport",
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
    const xlsx = await adoptFile(act, { fileId: input.xlsxFileId, regionPath });
    const written = { renderedJobId: input.jobId, docxFileId: docx.fileId, xlsxFileId: xlsx.fileId };
    return changeMonthly(act, { report, event: "attachRendering", written, remark: "", documentNo: null });
  });
}
