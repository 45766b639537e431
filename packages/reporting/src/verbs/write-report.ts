import { verb } from "@anji/database";
import { refuseIf } from "@anji/kernel";
import { writeReportInput } from "../inputs.ts";
import { reportLifecycle } from "../report.lifecycle.ts";
import { whyNotText } from "../report.ts";
import { moveReport, reportCase } from "./report-case.ts";

/** Writes the text boxes. No figure can be written. */
export const writeReport = verb(
  { permission: reportLifecycle.permissions.write, input: writeReportInput },
  async (act, { id, version, narrative, imprint }) => {
    const held = await reportCase.hold(act, { id, version, event: "write" });
    refuseIf(whyNotText(held.before.kind, { narrative, imprint }));
    const set = { narrative, imprint: imprint ?? held.before.imprint };
    return moveReport(act, held, { set, remark: "", documentNo: null });
  },
);
