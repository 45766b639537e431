import { campaignRoot, type CampaignRow } from "@anji/campaign/queries";
import { type Act, caseOf, type Done, type HeldCase } from "@anji/database";
import { type ReportAnswer, reportAnswer, type ReportRow } from "../queries/report-row.ts";
import { reportState } from "../queries/report-state.ts";
import { type ReportEvent, reportLifecycle } from "../report.lifecycle.ts";
import { whyNot } from "../report.ts";
import { report, reportEvent } from "../tables.ts";

export const reportCase = caseOf({
  lifecycle: reportLifecycle,
  table: report,
  history: reportEvent,
  topic: "reporting.reportChanged",
  root: campaignRoot,
  subjectOf: (act, { before, campaign, event }) =>
    reportState(act, { row: before, plan: campaign.plan, addsUp: event === "submit" }),
  whyNot,
  answerOf: reportAnswer,
});

export type HeldReport = HeldCase<typeof report, CampaignRow, ReportEvent>;

/** Ends a verb on a report. Its history holds the cut-off of the figures and the document number. */
export function moveReport(
  act: Act,
  held: HeldReport,
  change: { set: Partial<ReportRow>; remark: string; documentNo: string | null },
): Promise<Done<ReportAnswer>> {
  const { set, remark, documentNo } = change;
  const history = { cutOffId: set.cutOffId ?? held.before.cutOffId, documentNo };
  return reportCase.move(act, held, { set, remark, history });
}
