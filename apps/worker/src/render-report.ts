import { randomUUID } from "node:crypto";
import type { AnjiClient } from "@anji/client";
import { arabicMonth } from "@anji/official-documents";
import {
  type MonthlyFindingRow,
  monthlyReportDocx,
  monthlyReportXlsx,
  summaryReportDocx,
} from "@anji/reporting/documents";
import type { Assignment } from "./assignment.ts";
import { DOCX, type Step, steps, store, XLSX } from "./made-file.ts";
import { patiently } from "./patience.ts";

type Content = Awaited<ReturnType<AnjiClient["rpc"]["reporting"]["reports"]["content"]["query"]>>;
type Monthly = Extract<Content, { kind: "monthly" }>;
type Summary = Extract<Content, { kind: "summary" }>;
type FileIds = { docxFileId: string; xlsxFileId: string | null };

const ROWS_PER_PAGE = 200;
/** The document, its upload and its attachment; a monthly report has a workbook beside it. */
const DOCUMENT_STEPS = 3;
const WORKBOOK_STEPS = 2;

/** Renders a report's frozen figures and text as its files and attaches them. Safe to run twice: the effect is keyed by the job. */
export async function renderReport(assignment: Assignment): Promise<{ fileIds: string[] }> {
  const { client, jobId, ended, subjectId: id } = assignment;
  const report = await patiently(ended, () => client.rpc.reporting.reports.content.query({ id }));
  const isMonthly = report.kind === "monthly";
  const step = steps(assignment, DOCUMENT_STEPS + (isMonthly ? report.rowCount + WORKBOOK_STEPS : 0));
  const files = isMonthly ? await monthlyFiles(assignment, report, step) : await summaryFile(assignment, report, step);
  const commandId = randomUUID();
  await patiently(ended, () => client.rpc.reporting.reports.attachRendering.mutate({ commandId, id, jobId, ...files }));
  step(1, null);
  return { fileIds: Object.values(files).filter((fileId) => fileId !== null) };
}

async function monthlyFiles(assignment: Assignment, { content }: Monthly, step: Step): Promise<FileIds> {
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
  return { docxFileId, xlsxFileId };
}

async function summaryFile(assignment: Assignment, { content }: Summary, step: Step): Promise<FileIds> {
  const docx = await summaryReportDocx(content);
  step(1, "正式文件");
  const name = `${content.unitName}${content.campaignName}工作总结报告.${DOCX.ending}`;
  const docxFileId = await store(assignment, { name, mediaType: DOCX.mediaType, content: docx });
  step(1, "保存正式文件");
  return { docxFileId, xlsxFileId: null };
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
  return patiently(ended, () => client.rpc.reporting.reports.contentRows.query({ id, cursor, limit: ROWS_PER_PAGE }));
}
