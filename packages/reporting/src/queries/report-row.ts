import { campaignOf, type CampaignRow } from "@anji/campaign/queries";
import { found, type Reader } from "@anji/database";
import { unit } from "@anji/jurisdictions/tables";
import { type Day, type Id, type Month, parseMonth } from "@anji/kernel";
import { and, eq } from "drizzle-orm";
import type { ReportKind, ReportLevel } from "../report-kinds.ts";
import { reportDueOn, type ReportPeriod } from "../report-period.ts";
import type { ReportStatus } from "../report.lifecycle.ts";
import { report } from "../tables.ts";

export type ReportRow = typeof report.$inferSelect;

/** The kind of a report with its period. */
export type OfKind = { kind: "monthly"; month: Month } | { kind: "summary"; month: null };

/** The status of a report; `missing` while there is none. */
export type Standing = {
  id: Id<"report"> | null;
  unitCode: string;
  unitName: string;
  level: ReportLevel;
  status: ReportStatus | "missing";
  dueOn: Day;
  isNil: boolean;
  submittedAt: string | null;
  /** 迟报, once it was submitted. */
  isLate: boolean;
  version: number | null;
  lastRemark: string | null;
  /** The number and day under which the province's report left. */
  sentNo: string | null;
  sentOn: string | null;
  /** The job that makes its files. */
  jobId: Id<"job"> | null;
};
export type ReportListItem = OfKind & Standing;

/** What every verb on a report answers. */
export type ReportAnswer = ReportListItem & Made;
export type Made = { id: Id<"report">; version: number };

/** Step: one report as every verb answers it. */
export async function reportAnswer(
  reader: Pick<Reader, "tx" | "scope" | "published">,
  id: Id<"report">,
): Promise<ReportAnswer> {
  return answerOf(await reportInScope(reader, id));
}

export type FoundReport = { row: ReportRow; campaign: CampaignRow; unitName: string };

/** Step: a report of the reader's area with its campaign. */
export async function reportInScope(
  reader: Pick<Reader, "tx" | "scope" | "published">,
  id: Id<"report">,
): Promise<FoundReport> {
  const rows = await reader.tx
    .select({ row: report, unitName: unit.name })
    .from(report)
    .innerJoin(unit, eq(unit.code, report.unitCode))
    .where(and(eq(report.id, id), reader.scope(report.regionPath)));
  const one = found(rows[0]);
  return { ...one, campaign: await campaignOf(reader, one.row.campaignId) };
}

export function answerOf({ row, campaign, unitName }: FoundReport): ReportAnswer {
  const { unitCode, level } = row;
  const period = periodOf(row);
  const dueOn = reportDueOn(campaign.plan, { level, period });
  return { ...ofKind(row.kind, period), unitCode, unitName, level, dueOn, ...standingOf(row) };
}

export function standingOf(row: ReportRow) {
  return {
    id: row.id,
    status: row.status,
    isNil: row.isNil,
    submittedAt: row.submittedAt?.toISOString() ?? null,
    isLate: row.isLate ?? false,
    version: row.version,
    lastRemark: row.returnRemark,
    sentNo: row.sentNo,
    sentOn: row.sentOn,
    jobId: row.jobId,
  };
}

export function ofKind(kind: ReportKind, period: ReportPeriod): OfKind {
  if (kind === "summary") return { kind, month: null };
  if (period === null) throw new Error("a monthly report without its month");
  return { kind, month: period };
}

export function periodOf(row: Pick<ReportRow, "month">): ReportPeriod {
  if (row.month === null) return null;
  const month = parseMonth(row.month);
  if (month === null) throw new Error(`stored month cannot be read: ${row.month}`);
  return month;
}
