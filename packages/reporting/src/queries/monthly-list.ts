import { campaignOf, planOf } from "@anji/campaign/queries";
import { monthlyReportDueOn } from "@anji/campaign";
import { type Act, type ActorCtx, found, type Page, pageOf, read, type Reader, within } from "@anji/database";
import { unitInScope } from "@anji/jurisdictions/queries";
import { unit } from "@anji/jurisdictions/tables";
import type { Day, Id, Month } from "@anji/kernel";
import { PAGE_ROWS_MAX } from "@anji/rpc";
import { and, asc, eq } from "drizzle-orm";
import type { z } from "zod";
import type { listMonthlyInput } from "../inputs.ts";
import { reportedMonths } from "../report-period.ts";
import type { ReportStatus } from "../report.machine.ts";
import { monthlyReport } from "../tables.ts";
import { type MonthlyRow, monthOfReport } from "./monthly-state.ts";

export type MonthlyListItem = {
  id: Id<"monthlyReport"> | null;
  unitCode: string;
  unitName: string;
  month: Month;
  status: ReportStatus | "missing";
  dueOn: Day;
  isNil: boolean;
  submittedAt: string | null;
  version: number | null;
  lastRemark: string | null;
  /** The job that makes its files. */
  jobId: Id<"job"> | null;
};

/** What every verb on a monthly report answers. */
export type MonthlyAnswer = MonthlyListItem & { id: Id<"monthlyReport">; version: number };

/** The cities of one province over all months of its campaign. */
const REPORTS_MAX = 4000;

/** Every city's report of every month so far, the missing ones included; the latest month first. */
export async function listMonthly(
  ctx: ActorCtx,
  input: z.output<typeof listMonthlyInput>,
): Promise<Page<MonthlyListItem>> {
  return read(ctx, async (reader) => {
    const all = await monthlyGrid(reader, input);
    const from =
      input.cursor === undefined || input.cursor === null
        ? 0
        : all.findIndex((item) => cursorOf(item) === input.cursor) + 1;
    return pageOf(all.slice(from), { limit: input.limit ?? PAGE_ROWS_MAX, cursorOf });
  });
}

/** Step: the grid of cities and months in the reader's area. */
export async function monthlyGrid(
  reader: Pick<Reader, "tx" | "scope" | "published" | "actor" | "now">,
  options: { campaignId: Id<"campaign">; unitCode: string | null; month: Month | null },
): Promise<MonthlyListItem[]> {
  const { plan } = await planOf(reader, options.campaignId);
  const path = options.unitCode === null ? reader.actor.path : (await unitInScope(reader, options.unitCode)).regionPath;
  const cities = await reader.tx
    .select({ unitCode: unit.code, unitName: unit.name })
    .from(unit)
    .where(and(eq(unit.level, "city"), within(unit.regionPath, path), reader.scope(unit.regionPath)))
    .orderBy(asc(unit.code))
    .limit(REPORTS_MAX);
  const reports = await reader.tx
    .select()
    .from(monthlyReport)
    .where(
      and(
        eq(monthlyReport.campaignId, options.campaignId),
        within(monthlyReport.regionPath, path),
        reader.scope(monthlyReport.regionPath),
      ),
    )
    .limit(REPORTS_MAX);
  const byPlace = new Map(reports.map((report) => [`${report.month}:${report.unitCode}`, report]));
  const months = reportedMonths(plan, reader.now)
    .filter((month) => options.month === null || options.month === month)
    .toReversed();
  return months.flatMap((month) =>
    cities.map((city) => {
      const report = byPlace.get(`${month}:${city.unitCode}`);
      const dueOn = monthlyReportDueOn(plan, month);
      return report === undefined
        ? missing({ ...city, month, dueOn })
        : { ...summaryOf(report), ...city, month, dueOn };
    }),
  );
}

/** Step: one report as every verb answers it. */
export async function monthlyAnswer(
  act: Pick<Act, "tx" | "scope" | "published">,
  id: Id<"monthlyReport">,
): Promise<MonthlyAnswer> {
  const rows = await act.tx
    .select({ report: monthlyReport, unitName: unit.name })
    .from(monthlyReport)
    .innerJoin(unit, eq(unit.code, monthlyReport.unitCode))
    .where(and(eq(monthlyReport.id, id), act.scope(monthlyReport.regionPath)));
  const { report, unitName } = found(rows[0]);
  const { plan } = await campaignOf(act, report.campaignId);
  const month = monthOfReport(report);
  return { ...summaryOf(report), unitCode: report.unitCode, unitName, month, dueOn: monthlyReportDueOn(plan, month) };
}

function summaryOf(report: MonthlyRow) {
  return {
    id: report.id,
    status: report.status,
    isNil: report.isNil,
    submittedAt: report.submittedAt?.toISOString() ?? null,
    version: report.version,
    lastRemark: report.returnRemark,
    jobId: report.jobId,
  };
}

function missing(place: { unitCode: string; unitName: string; month: Month; dueOn: Day }): MonthlyListItem {
  return {
    ...place,
    id: null,
    status: "missing",
    isNil: false,
    submittedAt: null,
    version: null,
    lastRemark: null,
    jobId: null,
  };
}

function cursorOf(item: MonthlyListItem): string {
  return `${item.month}:${item.unitCode}`;
}
