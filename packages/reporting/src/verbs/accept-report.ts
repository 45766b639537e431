import { verb } from "@anji/database";
import { acceptReportInput } from "../inputs.ts";
import { reportLifecycle } from "../report.lifecycle.ts";
import { moveReport, reportCase } from "./report-case.ts";

/** The province takes a city's report as it is. */
export const acceptReport = verb(
  { permission: reportLifecycle.permissions.accept, input: acceptReportInput },
  async (act, { id, version, documentNo = null }) => {
    const held = await reportCase.hold(act, { id, version, event: "accept" });
    const set = { acceptedAt: act.now, acceptedBy: act.actor.personId, acceptedByName: act.actor.name };
    return moveReport(act, held, { set, remark: "", documentNo });
  },
);
