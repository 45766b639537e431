import { verb } from "@anji/database";
import { renderReportInput } from "../inputs.ts";
import { reportLifecycle } from "../report.lifecycle.ts";
import { moveReport, reportCase } from "./report-case.ts";
import { queueRendering } from "./report-files.ts";

/** Has the files of a submitted report made again. */
export const renderReport = verb(
  { permission: reportLifecycle.permissions.render, input: renderReportInput },
  async (act, { id, version }) => {
    const held = await reportCase.hold(act, { id, version, event: "render" });
    const set = await queueRendering(act, held.before);
    return moveReport(act, held, { set, remark: "", documentNo: null });
  },
);
