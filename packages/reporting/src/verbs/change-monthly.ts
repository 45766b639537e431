import { type CampaignRow, heldCampaign } from "@anji/campaign/queries";
import { type Act, type Done, found } from "@anji/database";
import { type Id, refuse, refuseIf } from "@anji/kernel";
import { and, eq } from "drizzle-orm";
import { type MonthlyAnswer, monthlyAnswer } from "../queries/monthly-list.ts";
import { type MonthlyRow, monthlyState } from "../queries/monthly-state.ts";
import { advance, type ReportEvent } from "../report.machine.ts";
import { whyNotMonthly } from "../report.ts";
import { monthlyReport } from "../tables.ts";
import { appendHistory } from "./report-history.ts";

export type Held = { report: MonthlyRow; campaign: CampaignRow };

/** Step: holds the campaign, then locks a report of the actor's area; refuses what is not open to him now. */
export async function holdMonthly(
  act: Act,
  options: { id: Id<"monthlyReport">; version: number | null; event: ReportEvent },
): Promise<Held> {
  const { id, event } = options;
  const named = and(eq(monthlyReport.id, id), act.scope(monthlyReport.regionPath));
  const [seen] = await act.tx.select({ campaignId: monthlyReport.campaignId }).from(monthlyReport).where(named);
  const campaign = await heldCampaign(act, found(seen).campaignId);
  const rows = await act.tx.select().from(monthlyReport).where(named).for("update");
  const report = found(rows[0]);
  if (options.version !== null && report.version !== options.version) {
    refuse({ code: "stale", rule: "kernel.stale", current: await monthlyAnswer(act, id) });
  }
  const state = await monthlyState(act, { report, plan: campaign.plan, addsUp: event === "submit" });
  refuseIf(whyNotMonthly(state, { event, actor: act.actor, campaignPhase: campaign.phase }));
  return { report, campaign };
}

/** Step: writes the change, its history, signal and audit row. */
export async function changeMonthly(
  act: Act,
  options: {
    report: MonthlyRow;
    event: ReportEvent;
    written: Partial<MonthlyRow>;
    remark: string;
    documentNo: string | null;
  },
): Promise<Done<MonthlyAnswer>> {
  const { report: before, event } = options;
  const { id, regionPath, campaignId } = before;
  const rows = await act.tx
    .update(monthlyReport)
    .set({ ...options.written, status: advance(before.status, event), version: before.version + 1 })
    .where(and(eq(monthlyReport.id, id), eq(monthlyReport.version, before.version)))
    .returning();
  const after = found(rows[0]);
  await appendHistory(act, {
    kind: "monthly",
    id,
    event,
    before,
    after,
    remark: options.remark,
    documentNo: options.documentNo,
  });
  act.signal({ topic: "reporting.monthlyChanged", subjectId: id, regionPath, campaignId });
  const answer = await monthlyAnswer(act, id);
  return act.done({ subjectKind: "monthlyReport", subjectId: id, regionPath, campaignId, before, after, answer });
}
