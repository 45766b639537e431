import { heldCampaign } from "@anji/campaign/queries";
import { type Act, type ActorCtx, type Done, found, perform } from "@anji/database";
import { freezeFigures } from "@anji/figures/verbs";
import { regionInScope } from "@anji/jurisdictions/queries";
import { newId, refuse, refuseIf } from "@anji/kernel";
import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import type { draftMonthlyInput } from "../inputs.ts";
import { monthlyPermissions } from "../permissions.ts";
import { type MonthlyAnswer, monthlyAnswer } from "../queries/monthly-list.ts";
import type { MonthlyRow } from "../queries/monthly-state.ts";
import { whyNotMonth } from "../report-period.ts";
import { FIRST_STATUS, REPORT_MACHINE_VERSION } from "../report.machine.ts";
import { EMPTY_IMPRINT, EMPTY_NARRATIVE, whyNotMonthlyClosed } from "../report.ts";
import { monthlyReport } from "../tables.ts";
import { appendHistory } from "./report-history.ts";

/** Drafts a city's report of a month with its figures drawn. Asked again, it answers the report there is. 各市领导小组每月要上报一次工作情况 */
export async function draftMonthly(ctx: ActorCtx, input: z.output<typeof draftMonthlyInput>): Promise<MonthlyAnswer> {
  return perform(ctx, { permission: monthlyPermissions.draft, input }, async (act) => {
    const home = await regionInScope(act, input.unitCode);
    if (home.level !== "city") refuse({ code: "invalid", rule: "reporting.cityReports" });
    if (home.regionPath !== act.actor.path) refuse({ code: "notAllowed", rule: "reporting.ownReportOnly" });
    const campaign = await heldCampaign(act, input.campaignId);
    refuseIf(whyNotMonthlyClosed(campaign.phase) ?? whyNotMonth(campaign.plan, input.month, act.now));
    const existing = await reportOf(act, input);
    if (existing !== undefined) return drafted(act, { before: existing, after: existing });
    const { cutOffId } = await freezeFigures(act, { campaign, home, month: input.month });
    const rows = await act.tx
      .insert(monthlyReport)
      .values({
        id: newId<"monthlyReport">(act.now),
        campaignId: campaign.id,
        unitCode: home.code,
        regionPath: home.regionPath,
        month: input.month,
        status: FIRST_STATUS,
        machineVersion: REPORT_MACHINE_VERSION,
        cutOffId,
        narrative: EMPTY_NARRATIVE,
        imprint: EMPTY_IMPRINT,
        isNil: false,
        draftedBy: act.actor.personId,
        draftedByName: act.actor.name,
      })
      .returning();
    const after = found(rows[0]);
    await appendHistory(act, {
      kind: "monthly",
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

/** The report of a unit and month. Two who draft it at once wait for each other. */
async function reportOf(act: Act, input: z.output<typeof draftMonthlyInput>): Promise<MonthlyRow | undefined> {
  const { campaignId, unitCode, month } = input;
  const key = `reporting.monthly:${campaignId}:${unitCode}:${month}`;
  await act.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
  const rows = await act.tx
    .select()
    .from(monthlyReport)
    .where(
      and(
        eq(monthlyReport.campaignId, campaignId),
        eq(monthlyReport.unitCode, unitCode),
        eq(monthlyReport.month, month),
        act.scope(monthlyReport.regionPath),
      ),
    );
  return rows[0];
}

async function drafted(
  act: Act,
  options: { before: MonthlyRow | null; after: MonthlyRow },
): Promise<Done<MonthlyAnswer>> {
  const { before, after } = options;
  const { id, regionPath, campaignId } = after;
  if (before === null) act.signal({ topic: "reporting.monthlyChanged", subjectId: id, regionPath, campaignId });
  const answer = await monthlyAnswer(act, id);
  return act.done({ subjectKind: "monthlyReport", subjectId: id, regionPath, campaignId, before, after, answer });
}
