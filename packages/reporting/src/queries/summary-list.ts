import { campaignOf, planOf } from "@anji/campaign/queries";
import type { CampaignPlan } from "@anji/campaign";
import { type Act, type ActorCtx, found, read, type Reader, within } from "@anji/database";
import { unitInScope } from "@anji/jurisdictions/queries";
import { unit } from "@anji/jurisdictions/tables";
import type { Day, Id } from "@anji/kernel";
import { and, asc, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import type { listSummariesInput } from "../inputs.ts";
import type { ReportStatus } from "../report.machine.ts";
import { SUMMARY_LEVELS, type SummaryLevel } from "../report.ts";
import { summaryReport } from "../tables.ts";

export type SummaryRow = typeof summaryReport.$inferSelect;
export type SummaryListItem = {
  id: Id<"summaryReport"> | null;
  unitCode: string;
  unitName: string;
  level: SummaryLevel;
  status: ReportStatus | "missing";
  dueOn: Day;
  submittedAt: string | null;
  version: number | null;
  lastRemark: string | null;
};
export type SummaryAnswer = SummaryListItem & { id: Id<"summaryReport">; version: number };

const SUMMARIES_MAX = 200;

/** The summary of every city and of the province in the actor's area, the missing ones included. */
export async function listSummaries(
  ctx: ActorCtx,
  input: z.output<typeof listSummariesInput>,
): Promise<{ items: SummaryListItem[] }> {
  return read(ctx, async (reader) => ({ items: await summaryGrid(reader, input) }));
}

/** Step: the same inside an open transaction. */
export async function summaryGrid(
  reader: Pick<Reader, "tx" | "scope" | "published" | "actor">,
  options: { campaignId: Id<"campaign">; unitCode: string | null },
): Promise<SummaryListItem[]> {
  const { plan } = await planOf(reader, options.campaignId);
  const path = options.unitCode === null ? reader.actor.path : (await unitInScope(reader, options.unitCode)).regionPath;
  const rows = await reader.tx
    .select({ unitCode: unit.code, unitName: unit.name, level: unit.level, report: summaryReport })
    .from(unit)
    .leftJoin(
      summaryReport,
      and(eq(summaryReport.unitCode, unit.code), eq(summaryReport.campaignId, options.campaignId)),
    )
    .where(and(inArray(unit.level, [...SUMMARY_LEVELS]), within(unit.regionPath, path), reader.scope(unit.regionPath)))
    .orderBy(asc(unit.regionPath))
    .limit(SUMMARIES_MAX);
  return rows.map(({ unitCode, unitName, level, report }) => {
    const place = { unitCode, unitName, ...standing(level === "province" ? "province" : "city", plan) };
    return report === null
      ? { ...place, id: null, status: "missing", submittedAt: null, version: null, lastRemark: null }
      : { ...place, ...summaryOf(report) };
  });
}

/** Step: one summary as every verb answers it. */
export async function summaryAnswer(
  act: Pick<Act, "tx" | "scope" | "published">,
  id: Id<"summaryReport">,
): Promise<SummaryAnswer> {
  const { report, unitName } = await summaryInScope(act, id);
  const { plan } = await campaignOf(act, report.campaignId);
  return { ...summaryOf(report), unitCode: report.unitCode, unitName, ...standing(report.level, plan) };
}

/** Step: a summary of the reader's area. */
export async function summaryInScope(
  reader: Pick<Reader, "tx" | "scope">,
  id: Id<"summaryReport">,
): Promise<{ report: SummaryRow; unitName: string }> {
  const rows = await reader.tx
    .select({ report: summaryReport, unitName: unit.name })
    .from(summaryReport)
    .innerJoin(unit, eq(unit.code, summaryReport.unitCode))
    .where(and(eq(summaryReport.id, id), reader.scope(summaryReport.regionPath)));
  return found(rows[0]);
}

/** 各市…于2009年9月底前报送; the province's own is due with the campaign's end. */
function standing(level: SummaryLevel, plan: CampaignPlan): { level: SummaryLevel; dueOn: Day } {
  return { level, dueOn: level === "city" ? plan.deadlines.citySummaryOn : plan.period.endsOn };
}

function summaryOf(report: SummaryRow) {
  return {
    id: report.id,
    status: report.status,
    submittedAt: report.submittedAt?.toISOString() ?? null,
    version: report.version,
    lastRemark: report.returnRemark,
  };
}
