import type { Act } from "@anji/database";
import { enqueue } from "@anji/jobs/verbs";
import type { ReportRow } from "../queries/report-row.ts";

type Files = Pick<ReportRow, "jobId" | "renderedJobId" | "docxFileId" | "xlsxFileId">;

/** Files of an earlier state of a report no longer count. */
export const NO_FILES = { jobId: null, renderedJobId: null, docxFileId: null, xlsxFileId: null } as const;

/** Step: queues a job that makes a report's files. */
export async function queueRendering(act: Act, report: ReportRow): Promise<Files> {
  const { id: subjectId, campaignId, regionPath } = report;
  return { ...NO_FILES, jobId: await enqueue(act, { kind: "renderReport", subjectId, campaignId, regionPath }) };
}
