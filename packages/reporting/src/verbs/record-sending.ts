import { verb } from "@anji/database";
import { dayOf, refuseAt } from "@anji/kernel";
import { recordSendingInput } from "../inputs.ts";
import { reportLifecycle } from "../report.lifecycle.ts";
import { moveReport, reportCase } from "./report-case.ts";

/** 向国家部际领导小组提交专题报告: the number and the day under which the province's report left. */
export const recordSending = verb(
  { permission: reportLifecycle.permissions.recordSending, input: recordSendingInput },
  async (act, { id, version, sentNo, sentOn }) => {
    const held = await reportCase.hold(act, { id, version, event: "recordSending" });
    const { submittedAt } = held.before;
    if (sentOn > act.today || (submittedAt !== null && sentOn < dayOf(submittedAt))) {
      refuseAt("sentOn", "reporting.sendingDay");
    }
    return moveReport(act, held, { set: { sentNo, sentOn }, remark: "", documentNo: sentNo });
  },
);
