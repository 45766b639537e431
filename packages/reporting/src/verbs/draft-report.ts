import { heldCampaign } from "@anji/campaign/queries";
import { type Act, verb } from "@anji/database";
import { freezeFigures } from "@anji/figures/verbs";
import { regionInScope } from "@anji/jurisdictions/queries";
import { monthOf, newId, refuse, refuseIf, whyNotAllowed } from "@anji/kernel";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { z } from "zod";
import { draftReportInput } from "../inputs.ts";
import { openingOf } from "../queries/report-chain.ts";
import { reportAnswer, type ReportRow } from "../queries/report-row.ts";
import { emptyNarrative, isMaker, kindOf } from "../report-kinds.ts";
import { whyNotPeriod } from "../report-period.ts";
import { reportLifecycle } from "../report.lifecycle.ts";
import { EMPTY_IMPRINT, reportPermission, whyNotOwn, whyNotPhase } from "../report.ts";
import { report } from "../tables.ts";
import { reportCase } from "./report-case.ts";

/** Drafts a unit's report with its figures frozen. Repeated, it answers the existing report. */
export const draftReport = verb(
  { permission: reportLifecycle.permissions.draft, input: draftReportInput },
  async (act, input) => {
    const { kind, month: period } = input;
    refuseIf(whyNotAllowed(reportPermission(kind, "draft"), act.actor));
    const home = await regionInScope(act, input.unitCode);
    if (!isMaker(kind, home.level)) return refuse({ code: "invalid", rule: kindOf(kind).otherMaker });
    refuseIf(whyNotOwn(home.regionPath, act.actor));
    const campaign = await heldCampaign(act, input.campaignId);
    refuseIf(whyNotPhase(kind, campaign) ?? whyNotPeriod(kind, { period, plan: campaign.plan, now: act.now }));
    const existing = await reportOf(act, input);
    if (existing !== undefined) return unchanged(act, existing);
    const { cutOffId } = await freezeFigures(act, {
      campaign,
      home,
      month: period ?? monthOf(act.today),
      openingId: await openingOf(act, { ...input, month: period }),
    });
    const row = { id: newId<"report">(act.now), campaignId: campaign.id, regionPath: home.regionPath };
    await act.tx.insert(report).values({
      ...row,
      kind,
      unitCode: home.code,
      level: home.level,
      month: period,
      status: reportLifecycle.first,
      machineVersion: reportLifecycle.version,
      cutOffId,
      narrative: emptyNarrative(kind),
      imprint: kindOf(kind).isMonthly ? EMPTY_IMPRINT : null,
      isNil: false,
      draftedBy: act.actor.personId,
      draftedByName: act.actor.name,
    });
    return reportCase.begin(act, { by: "draft", row, remark: "", history: { cutOffId, documentNo: null } });
  },
);

/** The report of a unit and period. Two people who draft it at once wait for each other. */
async function reportOf(act: Act, input: z.output<typeof draftReportInput>): Promise<ReportRow | undefined> {
  const { campaignId, kind, unitCode, month } = input;
  const key = `reporting.${kind}:${campaignId}:${unitCode}:${month ?? ""}`;
  await act.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
  const rows = await act.tx
    .select()
    .from(report)
    .where(
      and(
        eq(report.campaignId, campaignId),
        eq(report.kind, kind),
        eq(report.unitCode, unitCode),
        month === null ? isNull(report.month) : eq(report.month, month),
        act.scope(report.regionPath),
      ),
    );
  return rows[0];
}

async function unchanged(act: Act, { id, regionPath, campaignId }: ReportRow) {
  const answer = await reportAnswer(act, id);
  const same = { before: answer, after: answer, answer };
  return act.done({ subjectKind: reportLifecycle.subject, subjectId: id, regionPath, campaignId, ...same });
}
