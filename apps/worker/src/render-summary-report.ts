import { randomUUID } from "node:crypto";
import { summaryReportDocx } from "@anji/reporting/documents";
import type { Assignment } from "./assignment.ts";
import { DOCX, steps, store } from "./made-file.ts";
import { patiently } from "./patience.ts";

/** The document, its upload and its attachment. */
const STEPS = 3;

/** Renders a summary's frozen figures and text as .docx and attaches it. Safe to run twice: the effect is keyed by the job. */
export async function renderSummaryReport(assignment: Assignment): Promise<{ fileIds: string[] }> {
  const { client, jobId, ended, subjectId: id } = assignment;
  const { content } = await patiently(ended, () => client.rpc.reporting.summaries.content.query({ id }));
  const step = steps(assignment, STEPS);
  const docx = await summaryReportDocx(content);
  step(1, "正式文件");
  const name = `${content.unitName}${content.campaignName}工作总结报告.${DOCX.ending}`;
  const docxFileId = await store(assignment, { name, mediaType: DOCX.mediaType, content: docx });
  step(1, "保存正式文件");
  const commandId = randomUUID();
  await patiently(ended, () =>
    client.rpc.reporting.summaries.attachRendering.mutate({ commandId, id, jobId, docxFileId }),
  );
  step(1, null);
  return { fileIds: [docxFileId] };
}
