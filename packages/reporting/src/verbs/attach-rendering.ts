import { adoptFile, verb } from "@anji/database";
import { refuse } from "@anji/kernel";
import { attachRenderingInput } from "../inputs.ts";
import { reportAnswer } from "../queries/report-row.ts";
import { kindOf } from "../report-kinds.ts";
import { reportLifecycle } from "../report.lifecycle.ts";
import { moveReport, reportCase } from "./report-case.ts";

/** Attaches the files a worker made. One job attaches once, however often its worker sends it. */
export const attachRendering = verb(
  { permission: reportLifecycle.permissions.attachRendering, input: attachRenderingInput },
  async (act, { id, jobId, docxFileId, xlsxFileId }) => {
    const held = await reportCase.hold(act, { id, version: null, event: "attachRendering" });
    const { kind, regionPath, campaignId, renderedJobId, jobId: awaitedJobId } = held.before;
    if (renderedJobId === jobId) {
      const answer = await reportAnswer(act, id);
      const same = { before: answer, after: answer, answer };
      return act.done({ subjectKind: reportLifecycle.subject, subjectId: id, regionPath, campaignId, ...same });
    }
    if (awaitedJobId !== jobId) refuse({ code: "precondition", rule: "reporting.renderingSuperseded" });
    if (kindOf(kind).hasWorkbook !== (xlsxFileId !== null)) {
      const fields = [{ path: "xlsxFileId", rule: "kernel.fieldInvalid", params: {} }];
      refuse({ code: "invalid", rule: "kernel.invalidInput", fields });
    }
    const docx = await adoptFile(act, { fileId: docxFileId, regionPath });
    const xlsx = xlsxFileId === null ? null : await adoptFile(act, { fileId: xlsxFileId, regionPath });
    const set = { renderedJobId: jobId, docxFileId: docx.fileId, xlsxFileId: xlsx?.fileId ?? null };
    return moveReport(act, held, { set, remark: "", documentNo: null });
  },
);
