import { verb } from "@anji/database";
import { submitReportInput } from "../inputs.ts";
import { reportLifecycle } from "../report.lifecycle.ts";
import { moveReport, reportCase } from "./report-case.ts";
import { queueRendering } from "./report-files.ts";

/** Sends the report up, figures and text as they are, and has its files made. */
export const submitReport = verb(
  { permission: reportLifecycle.permissions.submit, input: submitReportInput },
  async (act, { id, version }) => {
    const held = await reportCase.hold(act, { id, version, event: "submit" });
    const submitted = { submittedAt: act.now, submittedBy: act.actor.personId, submittedByName: act.actor.name };
    const set = { ...submitted, ...(await queueRendering(act, held.before)) };
    return moveReport(act, held, { set, remark: "", documentNo: null });
  },
);
