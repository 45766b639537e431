import { verb } from "@anji/database";
import { submitReportInput } from "../inputs.ts";
import { cityStandings } from "../queries/city-standings.ts";
import { periodOf } from "../queries/report-row.ts";
import { reportLifecycle } from "../report.lifecycle.ts";
import { reportDueOn } from "../report-period.ts";
import { signingRole } from "../report.ts";
import { moveReport, reportCase } from "./report-case.ts";
import { queueRendering } from "./report-files.ts";

/** Sends the report up, figures and text as others wrote them, and has its files made. */
export const submitReport = verb(
  { permission: reportLifecycle.permissions.submit, input: submitReportInput },
  async (act, { id, version }) => {
    const held = await reportCase.hold(act, { id, version, event: "submit" });
    const { before, campaign } = held;
    const { personId, name, roles } = act.actor;
    const dueOn = reportDueOn(campaign.plan, { level: before.level, period: periodOf(before) });
    const set = {
      submittedAt: act.now,
      submittedBy: personId,
      submittedByName: name,
      signedAs: signingRole(roles),
      // A report that was returned is as late as it was at first.
      isLate: before.isLate ?? act.today > dueOn,
      cityStandings: before.level === "province" ? await cityStandings(act, before) : null,
      ...(await queueRendering(act, before)),
    };
    return moveReport(act, held, { set, remark: "", documentNo: null });
  },
);
