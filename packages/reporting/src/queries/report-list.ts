import { planOf } from "@anji/campaign/queries";
import { type ActorCtx, type Page, pageOf, read, type Reader, within } from "@anji/database";
import { unitInScope } from "@anji/jurisdictions/queries";
import { unit } from "@anji/jurisdictions/tables";
import type { Id } from "@anji/kernel";
import { PAGE_ROWS_MAX } from "@anji/rpc";
import { and, asc, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import type { listReportsInput } from "../inputs.ts";
import { isMaker, kindOf, type ReportKind } from "../report-kinds.ts";
import { reportDueOn, reportedPeriods, type ReportPeriod } from "../report-period.ts";
import { report } from "../tables.ts";
import { ofKind, periodOf, type ReportListItem, standingOf } from "./report-row.ts";

/** The units of one province over all months of its campaign. */
const REPORTS_MAX = 4000;

/** Every report of a kind that is due so far in the actor's area, the missing ones included; the latest month first. */
export async function listReports(
  ctx: ActorCtx,
  input: z.output<typeof listReportsInput>,
): Promise<Page<ReportListItem>> {
  return read(ctx, async (reader) => {
    const all = await reportGrid(reader, input);
    const { cursor = null, limit = PAGE_ROWS_MAX } = input;
    const from = cursor === null ? 0 : all.findIndex((item) => cursorOf(item) === cursor) + 1;
    return pageOf(all.slice(from), { limit, cursorOf });
  });
}

/** Step: the grid of units and periods in the reader's area. */
export async function reportGrid(
  reader: Pick<Reader, "tx" | "scope" | "published" | "actor" | "now">,
  options: { campaignId: Id<"campaign">; kind: ReportKind; unitCode: string | null; month: ReportPeriod },
): Promise<ReportListItem[]> {
  const { campaignId, kind } = options;
  const { plan } = await planOf(reader, campaignId);
  const path = options.unitCode === null ? reader.actor.path : (await unitInScope(reader, options.unitCode)).regionPath;
  const units = await reader.tx
    .select({ unitCode: unit.code, unitName: unit.name, level: unit.level })
    .from(unit)
    .where(
      and(inArray(unit.level, [...kindOf(kind).makers]), within(unit.regionPath, path), reader.scope(unit.regionPath)),
    )
    .orderBy(asc(unit.regionPath))
    .limit(REPORTS_MAX);
  const rows = await reader.tx
    .select()
    .from(report)
    .where(
      and(
        eq(report.campaignId, campaignId),
        eq(report.kind, kind),
        within(report.regionPath, path),
        reader.scope(report.regionPath),
      ),
    )
    .limit(REPORTS_MAX);
  const byPlace = new Map(rows.map((row) => [placeOf({ unitCode: row.unitCode, period: periodOf(row) }), row]));
  const periods = reportedPeriods(kind, plan, reader.now);
  return periods
    .filter((period) => options.month === null || options.month === period)
    .flatMap((period) =>
      units.flatMap(({ level, ...place }) => {
        if (!isMaker(kind, level)) return [];
        const row = byPlace.get(placeOf({ ...place, period }));
        const due = { ...place, ...ofKind(kind, period), level, dueOn: reportDueOn(plan, { level, period }) };
        return [{ ...due, ...(row === undefined ? MISSING : standingOf(row)) }];
      }),
    );
}

const MISSING = {
  id: null,
  status: "missing",
  isNil: false,
  submittedAt: null,
  isLate: false,
  version: null,
  lastRemark: null,
  sentNo: null,
  sentOn: null,
  jobId: null,
} as const;

function placeOf(place: { unitCode: string; period: ReportPeriod }): string {
  return `${place.period ?? ""}:${place.unitCode}`;
}

function cursorOf(item: ReportListItem): string {
  return placeOf({ unitCode: item.unitCode, period: item.month });
}
