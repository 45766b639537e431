import { randomUUID } from "node:crypto";
import { arabicMonth } from "@anji/official-documents";
import { type MonthlyFindingRow, monthlyReportDocx, monthlyReportXlsx } from "@anji/reporting/documents";
import type { Assignment } from "./assignment.ts";
import { DOCX, type Step, steps, store, XLSX } from "./made-file.ts";
import { patiently } from "./patience.ts";

const ROWS_PER_PAGE = 200;
/** Beside the rows: the official document, the workbook, two uploads and their attachment. */
const STEPS_BESIDE_ROWS = 5;

/** Renders a monthly report's frozen figures as .docx and .xlsx and attaches both. Safe to run twice: the effect is keyed by the job. */
export async function renderMonthlyReport(assignment: Assignment): Promise<{ fileIds: string[] }> {
  const { client, jobId, ended, subjectId: id } = assignment;
  const { content, rowCount } = await patiently(ended, () => client.rpc.reporting.monthly.content.query({ id }));
  const step = steps(assignment, rowCount + STEPS_BESIDE_ROWS);
  const title = `${content.unitName}${arabicMonth(content.month)}${content.campaignName}工作情况月报`;

  const docx = await monthlyReportDocx(content);
  step(1, "正式文件");
  const xlsx = await monthlyReportXlsx({ content, rows: frozenRows(assignment, step) });
  step(1, "月报表");
  const docxFileId = await store(assignment, {
    name: `${title}.${DOCX.ending}`,
    mediaType: DOCX.mediaType,
    content: docx,
  });
  step(1, "保存正式文件");
  const xlsxFileId = await store(assignment, {
    name: `${title}表.${XLSX.ending}`,
    mediaType: XLSX.mediaType,
    content: xlsx,
  });
  step(1, "保存月报表");

  const commandId = randomUUID();
  await patiently(ended, () =>
    client.rpc.reporting.monthly.attachRendering.mutate({ commandId, id, jobId, docxFileId, xlsxFileId }),
  );
  step(1, null);
  return { fileIds: [docxFileId, xlsxFileId] };
}

async function* frozenRows(assignment: Assignment, step: Step): AsyncGenerator<MonthlyFindingRow> {
  for (let cursor: string | null = null; ;) {
    const { items, nextCursor } = await rowsFrom(assignment, cursor);
    yield* items;
    step(items.length, "问题明细");
    if (nextCursor === null) return;
    cursor = nextCursor;
  }
}

function rowsFrom(
  { client, ended, subjectId: id }: Assignment,
  cursor: string | null,
): Promise<{ items: MonthlyFindingRow[]; nextCursor: string | null }> {
  return patiently(ended, () => client.rpc.reporting.monthly.contentRows.query({ id, cursor, limit: ROWS_PER_PAGE }));
}
