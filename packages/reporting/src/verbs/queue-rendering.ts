import type { Act } from "@anji/database";
import { enqueue } from "@anji/jobs/verbs";
import type { MonthlyRow } from "../queries/monthly-state.ts";
import type { SummaryRow } from "../queries/summary-list.ts";

/** Step: leaves the making of a monthly report's files to a worker. Files of an earlier state of the report no longer count. */
export async function queueMonthlyRendering(
  act: Act,
  report: MonthlyRow,
): Promise<Pick<MonthlyRow, "jobId" | "renderedJobId" | "docxFileId" | "xlsxFileId">> {
  const { id: subjectId, campaignId, regionPath } = report;
  const jobId = await enqueue(act, { kind: "renderMonthlyReport", subjectId, campaignId, regionPath });
  return { jobId, renderedJobId: null, docxFileId: null, xlsxFileId: null };
}

/** Step: the same for a summary, which is one document. */
export async function queueSummaryRendering(
  act: Act,
  report: SummaryRow,
): Promise<Pick<SummaryRow, "jobId" | "renderedJobId" | "docxFileId">> {
  const { id: subjectId, campaignId, regionPath } = report;
  const jobId = await enqueue(act, { kind: "renderSummaryReport", subjectId, campaignId, regionPath });
  return { jobId, renderedJobId: null, docxFileId: null };
}
