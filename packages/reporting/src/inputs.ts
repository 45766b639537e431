import { commandId, expectedVersion, idOf, monthInput, pageInput, textInput, unitCode } from "@anji/kernel";
import { z } from "zod";

const TEXT_CHARACTERS_MAX = 8000;
const REMARK_CHARACTERS_MAX = 1000;
const NAME_CHARACTERS_MAX = 80;

/** The most characters a form lets in; a document number and a signature are names. */
export const reportingLimits = {
  text: TEXT_CHARACTERS_MAX,
  remark: REMARK_CHARACTERS_MAX,
  name: NAME_CHARACTERS_MAX,
} as const;

const campaignId = idOf("campaign");
const reportId = idOf("monthlyReport");
const summaryId = idOf("summaryReport");
const changed = { commandId, id: reportId, version: expectedVersion };
const changedSummary = { commandId, id: summaryId, version: expectedVersion };
const box = textInput({ min: 0, max: TEXT_CHARACTERS_MAX });
const name = textInput({ min: 0, max: NAME_CHARACTERS_MAX });
const remark = textInput({ min: 1, max: REMARK_CHARACTERS_MAX });
const documentNo = textInput({ min: 1, max: NAME_CHARACTERS_MAX });

const narrative = z.strictObject({ situation: box, practice: box, problems: box, handling: box, suggestions: box });
const sections = z.strictObject({
  situation: box,
  practice: box,
  problems: box,
  results: box,
  appraisal: box,
  suggestions: box,
});
const imprint = z.strictObject({ documentNo: name, reviewer: name, signer: name, contact: name });

/** "2008-09:130100": the report a page ended with. */
const gridCursor = z
  .string()
  .regex(/^\d{4}-\d{2}:\d{6}$/)
  .nullable();

export const listMonthlyInput = z.strictObject({
  campaignId,
  unitCode: unitCode.nullable(),
  month: monthInput.nullable(),
  cursor: gridCursor.optional(),
  limit: pageInput.shape.limit.optional(),
});
export const getMonthlyInput = z.strictObject({ id: reportId });
export const monthlyContentInput = z.strictObject({ id: reportId });
export const monthlyContentRowsInput = pageInput.extend({ id: reportId });
export const draftMonthlyInput = z.strictObject({ commandId, campaignId, unitCode, month: monthInput });
export const redrawMonthlyInput = z.strictObject(changed);
/** `imprint` may be left out: it then stays as it is. */
export const writeMonthlyInput = z.strictObject({ ...changed, narrative, imprint: imprint.optional() });
export const declareNilInput = z.strictObject({ ...changed, statement: remark });
export const submitMonthlyInput = z.strictObject(changed);
export const acceptMonthlyInput = z.strictObject({ ...changed, documentNo: documentNo.optional() });
export const returnMonthlyInput = z.strictObject({ ...changed, remark });
export const renderMonthlyInput = z.strictObject(changed);
export const attachRenderingInput = z.strictObject({
  commandId,
  id: reportId,
  jobId: idOf("job"),
  docxFileId: idOf("file"),
  xlsxFileId: idOf("file"),
});

export const listSummariesInput = z.strictObject({ campaignId, unitCode: unitCode.nullable() });
export const getSummaryInput = z.strictObject({ id: summaryId });
export const draftSummaryInput = z.strictObject({ commandId, campaignId, unitCode });
export const redrawSummaryInput = z.strictObject(changedSummary);
export const writeSummaryInput = z.strictObject({ ...changedSummary, sections });
export const submitSummaryInput = z.strictObject(changedSummary);
export const acceptSummaryInput = z.strictObject({ ...changedSummary, documentNo: documentNo.optional() });
export const returnSummaryInput = z.strictObject({ ...changedSummary, remark });
export const summaryContentInput = z.strictObject({ id: summaryId });
export const renderSummaryInput = z.strictObject(changedSummary);
export const attachSummaryRenderingInput = z.strictObject({
  commandId,
  id: summaryId,
  jobId: idOf("job"),
  docxFileId: idOf("file"),
});
export const reportingWorkInput = z.strictObject({ campaignId });
