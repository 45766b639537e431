import {
  choice,
  commandId,
  dayInput,
  expectedVersion,
  idOf,
  monthInput,
  pageInput,
  textInput,
  unitCode,
} from "@anji/kernel";
import { z } from "zod";
import { REPORT_KINDS } from "./report-kinds.ts";

const TEXT_CHARACTERS_MAX = 8000;
const REMARK_CHARACTERS_MAX = 1000;
const NAME_CHARACTERS_MAX = 80;

/** The most characters of a field in a form; document number and signature count as names. */
export const reportingLimits = {
  text: TEXT_CHARACTERS_MAX,
  remark: REMARK_CHARACTERS_MAX,
  name: NAME_CHARACTERS_MAX,
} as const;

const campaignId = idOf("campaign");
const id = idOf("report");
const changed = { commandId, id, version: expectedVersion };
const kind = choice(REPORT_KINDS);
const box = textInput({ min: 0, max: TEXT_CHARACTERS_MAX });
const name = textInput({ min: 0, max: NAME_CHARACTERS_MAX });
const remark = textInput({ min: 1, max: REMARK_CHARACTERS_MAX });
const documentNo = textInput({ min: 1, max: NAME_CHARACTERS_MAX });

/** The boxes of both kinds; a report takes all boxes of its own kind. */
const narrative = z.strictObject({
  situation: box,
  practice: box,
  problems: box,
  handling: box.optional(),
  results: box.optional(),
  appraisal: box.optional(),
  suggestions: box,
});
const imprint = z.strictObject({ documentNo: name, contact: name });

/** The last report of a page: "2008-09:130100", or ":130100" for a summary. */
const gridCursor = z
  .string()
  .regex(/^(?:\d{4}-\d{2})?:\d{6}$/)
  .nullable();

export const listReportsInput = z.strictObject({
  campaignId,
  kind,
  unitCode: unitCode.nullable(),
  month: monthInput.nullable(),
  cursor: gridCursor.optional(),
  limit: pageInput.shape.limit.optional(),
});
export const getReportInput = z.strictObject({ id });
export const reportContentInput = z.strictObject({ id });
export const reportContentRowsInput = pageInput.extend({ id });
/** `month` is for a monthly report; a summary has none. */
export const draftReportInput = z.strictObject({ commandId, campaignId, kind, unitCode, month: monthInput.nullable() });
export const refreezeReportInput = z.strictObject(changed);
/** `imprint` is for a monthly report. Left out, it stays as it is. */
export const writeReportInput = z.strictObject({ ...changed, narrative, imprint: imprint.optional() });
export const declareNilInput = z.strictObject({ ...changed, statement: remark });
export const submitReportInput = z.strictObject(changed);
export const receiveReportInput = z.strictObject({ ...changed, documentNo: documentNo.optional() });
export const recordSendingInput = z.strictObject({ ...changed, sentNo: documentNo, sentOn: dayInput });
export const returnReportInput = z.strictObject({ ...changed, remark });
export const renderReportInput = z.strictObject(changed);
/** `xlsxFileId` is the workbook of a monthly report; a summary has none. */
export const attachRenderingInput = z.strictObject({
  commandId,
  id,
  jobId: idOf("job"),
  docxFileId: idOf("file"),
  xlsxFileId: idOf("file").nullable(),
});
export const reportingWorkInput = z.strictObject({ campaignId });
