import { heldCampaign } from "@anji/campaign/queries";
import { type Act, type ActorCtx, type Done, found, perform } from "@anji/database";
import { freezeFigures } from "@anji/figures/verbs";
import { regionInScope } from "@anji/jurisdictions/queries";
import { monthOf, newId, refuse, refuseIf } from "@anji/kernel";
import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import type { draftSummaryInput } from "../inputs.ts";
import { summaryPermissions } from "../permissions.ts";
import { type SummaryAnswer, summaryAnswer, type SummaryRow } from "../queries/summary-list.ts";
import { FIRST_STATUS, REPORT_MACHINE_VERSION } from "../report.machine.ts";
import { EMPTY_SECTIONS, whyNotSummaryPhase } from "../report.ts";
import { summaryReport } from "../tables.ts";
import { appendHistory } from "./report-history.ts";

/** Drafts the unit's summary with its figures drawn. Asked again, it answers the summary there is. 各市领导小组对专项治理工作要进行认真总结 */
export async function draftSummary(ctx: ActorCtx, input: z.output<typeof draftSummaryInput>): Promise<SummaryAnswer> {
  return perform(ctx, { permission: summaryPermissions.draft, input }, async (act) => {
    const home = await regionInScope(act, input.unitCode);
    if (home.level === "county") refuse({ code: "invalid", rule: "reporting.summaryUnits" });
    if (home.regionPath !== act.actor.path) refuse({ code: "notAllowed", rule: "reporting.ownReportOnly" });
    const campaign = await heldCampaign(act, input.campaignId);
    refuseIf(whyNotSummaryPhase(campaign.phase));
    const existing = await summaryOf(act, input);
    if (existing !== undefined) return drafted(act, { before: existing, after: existing });
    const { cutOffId } = await freezeFigures(act, { campaign, home, month: monthOf(act.today) });
    const rows = await act.tx
      .insert(summaryReport)
      .values({
        id: newId<"summaryReport">(act.now),
        campaignId: campaign.id,
        unitCode: home.code,
        regionPath: home.regionPath,
        level: home.level,
        status: FIRST_STATUS,
        machineVersion: REPORT_MACHINE_VERSION,
        cutOffId,
        sections: EMPTY_SECTIONS,
        draftedBy: act.actor.personId,
        draftedByName: act.actor.name,
      })
      .returning();
    const after = found(rows[0]);
    await appendHistory(act, {
      kind: "summary",
      id: after.id,
      event: "draft",
      before: null,
      after,
      remark: "",
      documentNo: null,
    });
    return drafted(act, { before: null, after });
  });
}

/** The summary of a unit. Two who draft it at once wait for each other. */
async function summaryOf(act: Act, input: z.output<typeof draftSummaryInput>): Promise<SummaryRow | undefined> {
  const { campaignId, unitCode } = input;
  await act.tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`reporting.summary:${campaignId}:${unitCode}`}, 0))`,
  );
  const rows = await act.tx
    .select()
    .from(summaryReport)
    .where(
      and(
        eq(summaryReport.campaignId, campaignId),
        eq(summaryReport.unitCode, unitCode),
        act.scope(summaryReport.regionPath),
      ),
    );
  return rows[0];
}

async function drafted(
  act: Act,
  options: { before: SummaryRow | null; after: SummaryRow },
): Promise<Done<SummaryAnswer>> {
  const { before, after } = options;
  const { id, regionPath, campaignId } = after;
  if (before === null) act.signal({ topic: "reporting.summaryChanged", subjectId: id, regionPath, campaignId });
  const answer = await summaryAnswer(act, id);
  return act.done({ subjectKind: "summaryReport", subjectId: id, regionPath, campaignId, before, after, answer });
}
