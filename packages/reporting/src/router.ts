import { mutation, query, router } from "@anji/rpc";
import { getReportInput, listReportsInput, reportContentInput, reportContentRowsInput } from "./inputs.ts";
import { getReport, listReports, reportContent, reportContentRows } from "./queries/index.ts";
import {
  receiveReport,
  attachRendering,
  declareNil,
  draftReport,
  recordSending,
  refreezeReport,
  renderReport,
  returnReport,
  submitReport,
  writeReport,
} from "./verbs/index.ts";

export const reportingRouter = router({
  reports: router({
    list: query(listReportsInput, listReports),
    get: query(getReportInput, getReport),
    content: query(reportContentInput, reportContent),
    contentRows: query(reportContentRowsInput, reportContentRows),
    draft: mutation(draftReport),
    refreeze: mutation(refreezeReport),
    write: mutation(writeReport),
    declareNil: mutation(declareNil),
    submit: mutation(submitReport),
    receive: mutation(receiveReport),
    return: mutation(returnReport),
    recordSending: mutation(recordSending),
    render: mutation(renderReport),
    attachRendering: mutation(attachRendering),
  }),
});
