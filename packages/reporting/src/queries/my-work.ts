import { campaignOf } from "@anji/campaign/queries";
import { type ActorCtx, read, type Reader } from "@anji/database";
import { dayOf, type Id, monthEnd, whyNotAllowed, type WorkItem } from "@anji/kernel";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { z } from "zod";
import type { reportingWorkInput } from "../inputs.ts";
import { monthlyPermissions, summaryPermissions } from "../permissions.ts";
import { reportEvent } from "../tables.ts";
import { type MonthlyListItem, monthlyGrid } from "./monthly-list.ts";
import { type SummaryListItem, summaryGrid } from "./summary-list.ts";

const REMARKS_MAX = 1000;

/** The reports that wait for this person: to draft, to finish, to take or send back. */
export async function myReportingWork(ctx: ActorCtx, input: z.output<typeof reportingWorkInput>): Promise<WorkItem[]> {
  return read(ctx, async (reader) => {
    const { phase } = await campaignOf(reader, input.campaignId);
    if (phase === "closed") return [];
    const items = [
      ...(await monthlyWork(reader, input)),
      ...(phase === "summary" ? await summaryWork(reader, input) : []),
    ];
    const remarks = await returnRemarks(
      reader,
      items.filter((item) => item.isReturned).map((item) => item.subject.id),
    );
    return items.map((item) => ({ ...item, lastRemark: remarks.get(item.subject.id) ?? null }));
  });
}

/** Why each of these reports was returned last, by whom and when. */
async function returnRemarks(reader: Reader, ids: readonly string[]): Promise<Map<string, WorkItem["lastRemark"]>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.tx
    .select({ id: reportEvent.reportId, by: reportEvent.byName, at: reportEvent.at, text: reportEvent.remark })
    .from(reportEvent)
    .where(
      and(
        inArray(sql`${reportEvent.reportId}::text`, [...ids]),
        eq(reportEvent.event, "return"),
        reader.scope(reportEvent.regionPath),
      ),
    )
    .orderBy(asc(reportEvent.seq))
    .limit(REMARKS_MAX);
  // A later return of the same report takes the place of an earlier one.
  return new Map(rows.map(({ id, by, at, text }) => [id, { by, on: dayOf(at), text }]));
}

async function monthlyWork(reader: Reader, input: { campaignId: Id<"campaign"> }): Promise<WorkItem[]> {
  const mayDraft = whyNotAllowed(monthlyPermissions.draft, reader.actor) === null;
  const mayAccept = whyNotAllowed(monthlyPermissions.accept, reader.actor) === null;
  const reports = await monthlyGrid(reader, { ...input, unitCode: null, month: null });
  return reports.flatMap((report) => {
    const { status, month } = report;
    if (mayDraft && status === "missing" && monthEnd(month) < reader.today) {
      return [monthlyItem(report, { verb: monthlyPermissions.draft.key, group: "fill" })];
    }
    if (mayDraft && (status === "draft" || status === "returned")) {
      return [monthlyItem(report, { verb: monthlyPermissions.submit.key, group: "fill" })];
    }
    if (mayAccept && status === "submitted")
      return [monthlyItem(report, { verb: monthlyPermissions.accept.key, group: "approve" })];
    return [];
  });
}

async function summaryWork(reader: Reader, input: { campaignId: Id<"campaign"> }): Promise<WorkItem[]> {
  const mayDraft = whyNotAllowed(summaryPermissions.draft, reader.actor) === null;
  const mayAccept = whyNotAllowed(summaryPermissions.accept, reader.actor) === null;
  const summaries = await summaryGrid(reader, { ...input, unitCode: null });
  return summaries.flatMap((report) => {
    const { status } = report;
    const isOwn = report.unitCode === regionCode(reader.actor.unitCode);
    if (mayDraft && isOwn && status === "missing")
      return [summaryItem(report, { verb: summaryPermissions.draft.key, group: "fill" })];
    if (mayDraft && isOwn && (status === "draft" || status === "returned")) {
      return [summaryItem(report, { verb: summaryPermissions.submit.key, group: "fill" })];
    }
    if (mayAccept && !isOwn && status === "submitted")
      return [summaryItem(report, { verb: summaryPermissions.accept.key, group: "approve" })];
    return [];
  });
}

type Next = Pick<WorkItem, "verb" | "group">;

function monthlyItem(report: MonthlyListItem, next: Next): WorkItem {
  const id = report.id ?? `${report.unitCode}:${report.month}`;
  return {
    ...itemOf(report, next),
    key: `${next.verb}:${id}`,
    subject: { kind: "monthlyReport", id },
    title: report.month,
  };
}

function summaryItem(report: SummaryListItem, next: Next): WorkItem {
  const id = report.id ?? report.unitCode;
  return {
    ...itemOf(report, next),
    key: `${next.verb}:${id}`,
    subject: { kind: "summaryReport", id },
    title: report.unitName,
  };
}

function itemOf(report: MonthlyListItem | SummaryListItem, next: Next): Omit<WorkItem, "key" | "subject" | "title"> {
  const { unitCode, unitName, dueOn, status } = report;
  return {
    ...next,
    number: "month" in report ? `${unitCode}-${report.month}` : unitCode,
    unitCode,
    unitName,
    amountFen: null,
    lastRemark: null,
    isReturned: status === "returned",
    dueOn,
  };
}

// Someone of a handling agency works for the region the agency stands in.
function regionCode(unitCode: string): string {
  return unitCode.split("-")[0] ?? unitCode;
}
