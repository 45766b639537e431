import type { Act } from "@anji/database";
import { enqueue } from "@anji/jobs/verbs";
import type { MonthlyRow } from "../queries/monthly-state.ts";

/** Step: leaves the making of the files to a worker. Files of an earlier state of the report no longer count. */
export async function queueRendering(
  act: Act,
  report: MonthlyRow,
): Promise<Pick<MonthlyRow, "jobId" | "renderedJobId" | "docxFileId" | "xlsxFileId">> {
  const { id: subjectId, campaignId, regionPath } = report;
  const jobId = await enqueue(act, { kind: "renderMonthlyReport", subjectId, campaignId, regionPath });
  return { jobId, renderedJobId: null, docxFileId: null, xlsxFileId: null };
}
