import { campaignOf } from "@anji/campaign/queries";
import { type ActorCtx, read, type Reader } from "@anji/database";
import { dayOf, type Id, monthEnd, whyNotAllowed, type WorkItem } from "@anji/kernel";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { z } from "zod";
import type { reportingWorkInput } from "../inputs.ts";
import { REPORT_KINDS, type ReportKind } from "../report-kinds.ts";
import { reportLifecycle } from "../report.lifecycle.ts";
import { reportPermission, whyNotPhase, WRITING_ACTS } from "../report.ts";
import { reportEvent } from "../tables.ts";
import { reportGrid } from "./report-list.ts";
import type { ReportListItem } from "./report-row.ts";

const REMARKS_MAX = 1000;
const REPORTS_MAX = 4000;

/** The reports that wait for this person: to draft, to finish, to receive or to return. */
export async function myReportingWork(ctx: ActorCtx, input: z.output<typeof reportingWorkInput>): Promise<WorkItem[]> {
  return read(ctx, async (reader) => {
    const campaign = await campaignOf(reader, input.campaignId);
    const items: WorkItem[] = [];
    for (const kind of REPORT_KINDS) {
      if (whyNotPhase(kind, campaign) === null) items.push(...(await workOfKind(reader, { ...input, kind })));
    }
    const remarks = await returnRemarks(
      reader,
      items.filter((item) => item.isReturned).map((item) => item.subject.id),
    );
    return items.map((item) => ({ ...item, lastRemark: remarks.get(item.subject.id) ?? null }));
  });
}

/** Why, by whom and when each of these reports was last returned. */
async function returnRemarks(reader: Reader, ids: readonly string[]): Promise<Map<string, WorkItem["lastRemark"]>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.tx
    .select({ id: reportEvent.subjectId, by: reportEvent.byName, at: reportEvent.at, text: reportEvent.remark })
    .from(reportEvent)
    .where(
      and(
        inArray(sql`${reportEvent.subjectId}::text`, [...ids]),
        eq(reportEvent.event, "return"),
        reader.scope(reportEvent.regionPath),
      ),
    )
    .orderBy(asc(reportEvent.seq))
    .limit(REMARKS_MAX);
  // A later return of the same report replaces an earlier one.
  return new Map(rows.map(({ id, by, at, text }) => [id, { by, on: dayOf(at), text }]));
}

async function workOfKind(
  reader: Reader,
  options: { campaignId: Id<"campaign">; kind: ReportKind },
): Promise<WorkItem[]> {
  const may = (act: "draft" | "submit" | "receive" | "recordSending") =>
    whyNotAllowed(reportPermission(options.kind, act), reader.actor) === null;
  const isOpenTo = {
    draft: may("draft"),
    submit: may("submit"),
    receive: may("receive"),
    recordSending: may("recordSending"),
  };
  const grid = await reportGrid(reader, { ...options, unitCode: null, month: null });
  const written = isOpenTo.submit ? await writtenBy(reader) : new Set<string>();
  return grid.flatMap((report) => {
    const isOwn = report.unitCode === regionCode(reader.actor.unitCode);
    if (isOpenTo.receive && !isOwn && report.status === "submitted") return [itemOf(report, "receive")];
    const leaves = isOwn && report.level === "province" && report.status === "submitted" && report.sentNo === null;
    if (leaves && isOpenTo.recordSending) return [itemOf(report, "recordSending")];
    if (!isOpenTo.draft || !isOwn) return [];
    if (report.status === "draft" || report.status === "returned") {
      // Who wrote it goes on writing; another reviewer or leader submits.
      return [itemOf(report, isOpenTo.submit && !written.has(report.id ?? "") ? "submit" : "write")];
    }
    const isDue = report.month === null || monthEnd(report.month) < reader.today;
    return report.status === "missing" && isDue ? [itemOf(report, "draft")] : [];
  });
}

/** The reports this person made text or figures of. */
async function writtenBy(reader: Reader): Promise<Set<string>> {
  const rows = await reader.tx
    .selectDistinct({ id: reportEvent.subjectId })
    .from(reportEvent)
    .where(
      and(
        eq(reportEvent.by, reader.actor.personId),
        inArray(reportEvent.event, [...WRITING_ACTS]),
        reader.scope(reportEvent.regionPath),
      ),
    )
    .limit(REPORTS_MAX);
  return new Set(rows.map(({ id }) => id));
}

const GROUP_OF_ACT = {
  draft: "fill",
  write: "fill",
  submit: "fill",
  recordSending: "fill",
  receive: "approve",
} as const;

function itemOf(report: ReportListItem, act: keyof typeof GROUP_OF_ACT): WorkItem {
  const { unitCode, unitName, month, dueOn, status } = report;
  const verb = reportLifecycle.permissions[act].key;
  const id = report.id ?? (month === null ? unitCode : `${unitCode}:${month}`);
  return {
    key: `${verb}:${id}`,
    group: GROUP_OF_ACT[act],
    verb,
    subject: { kind: "report", id },
    number: month === null ? unitCode : `${unitCode}-${month}`,
    unitCode,
    unitName,
    // A monthly report is named by its month.
    title: month ?? unitName,
    amountFen: null,
    lastRemark: null,
    isReturned: status === "returned",
    dueOn,
  };
}

// A person of a handling agency works for the region the agency belongs to.
function regionCode(unitCode: string): string {
  return unitCode.split("-")[0] ?? unitCode;
}
