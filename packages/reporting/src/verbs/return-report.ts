import { verb } from "@anji/database";
import { returnReportInput } from "../inputs.ts";
import { reportLifecycle } from "../report.lifecycle.ts";
import { moveReport, reportCase } from "./report-case.ts";
import { NO_FILES } from "./report-files.ts";

/** The province sends a city's report back with a reason. Its files no longer count. */
export const returnReport = verb(
  { permission: reportLifecycle.permissions.return, input: returnReportInput },
  async (act, { id, version, remark }) => {
    const held = await reportCase.hold(act, { id, version, event: "return" });
    return moveReport(act, held, { set: { returnRemark: remark, ...NO_FILES }, remark, documentNo: null });
  },
);
