import { type CampaignRow, heldCampaign } from "@anji/campaign/queries";
import { type Act, type Done, found } from "@anji/database";
import { type Id, refuse, refuseIf } from "@anji/kernel";
import { and, eq } from "drizzle-orm";
import { type SummaryAnswer, summaryAnswer, type SummaryRow } from "../queries/summary-list.ts";
import { summaryState } from "../queries/summary-state.ts";
import { advance } from "../report.machine.ts";
import { type SummaryEvent, whyNotSummary } from "../report.ts";
import { summaryReport } from "../tables.ts";
import { appendHistory } from "./report-history.ts";

/** Step: holds the campaign, then locks a summary of the actor's area; refuses what is not open to him now. */
export async function holdSummary(
  act: Act,
  options: { id: Id<"summaryReport">; version: number | null; event: SummaryEvent },
): Promise<{ report: SummaryRow; campaign: CampaignRow }> {
  const { id, event } = options;
  const named = and(eq(summaryReport.id, id), act.scope(summaryReport.regionPath));
  const [seen] = await act.tx.select({ campaignId: summaryReport.campaignId }).from(summaryReport).where(named);
  const campaign = await heldCampaign(act, found(seen).campaignId);
  const rows = await act.tx.select().from(summaryReport).where(named).for("update");
  const report = found(rows[0]);
  if (options.version !== null && report.version !== options.version) {
    refuse({ code: "stale", rule: "kernel.stale", current: await summaryAnswer(act, id) });
  }
  const state = await summaryState(act, { report, plan: campaign.plan, addsUp: event === "submit" });
  refuseIf(whyNotSummary(state, { event, actor: act.actor, campaignPhase: campaign.phase }));
  return { report, campaign };
}

/** Step: writes the change, its history, signal and audit row. */
export async function changeSummary(
  act: Act,
  options: {
    report: SummaryRow;
    event: SummaryEvent;
    written: Partial<SummaryRow>;
    remark: string;
    documentNo: string | null;
  },
): Promise<Done<SummaryAnswer>> {
  const { report: before, event } = options;
  const { id, regionPath, campaignId } = before;
  const rows = await act.tx
    .update(summaryReport)
    .set({ ...options.written, status: advance(before.status, event), version: before.version + 1 })
    .where(and(eq(summaryReport.id, id), eq(summaryReport.version, before.version)))
    .returning();
  const after = found(rows[0]);
  await appendHistory(act, {
    kind: "summary",
    id,
    event,
    before,
    after,
    remark: options.remark,
    documentNo: options.documentNo,
  });
  act.signal({ topic: "reporting.summaryChanged", subjectId: id, regionPath, campaignId });
  const answer = await summaryAnswer(act, id);
  return act.done({ subjectKind: "summaryReport", subjectId: id, regionPath, campaignId, before, after, answer });
}
