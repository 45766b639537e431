import { verb } from "@anji/database";
import { receiveReportInput } from "../inputs.ts";
import { reportLifecycle } from "../report.lifecycle.ts";
import { moveReport, reportCase } from "./report-case.ts";

/** The province receives a city's report as it is. */
export const receiveReport = verb(
  { permission: reportLifecycle.permissions.receive, input: receiveReportInput },
  async (act, { id, version, documentNo = null }) => {
    const held = await reportCase.hold(act, { id, version, event: "receive" });
    const set = { receivedAt: act.now, receivedBy: act.actor.personId, receivedByName: act.actor.name };
    return moveReport(act, held, { set, remark: "", documentNo });
  },
);
