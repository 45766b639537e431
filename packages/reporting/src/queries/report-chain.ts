import type { Reader } from "@anji/database";
import { endOf } from "@anji/figures";
import type { CutOffRow } from "@anji/figures/queries";
import { type Id, type Month, monthEnd } from "@anji/kernel";
import { and, asc, eq, isNotNull } from "drizzle-orm";
import { NO_PERIOD, type PeriodFacts } from "../report-checks.ts";
import { report } from "../tables.ts";
import { periodOf, type ReportRow } from "./report-row.ts";

const MONTHS_MAX = 1000;

type Place = Pick<ReportRow, "campaignId" | "kind" | "unitCode" | "month">;
type Link = { month: Month | null; status: ReportRow["status"]; cutOffId: Id<"cutOff"> };

/** Step: the other months of the same unit, in order. A summary has none. */
async function chainOf(reader: Pick<Reader, "tx">, place: Place): Promise<Link[]> {
  const rows = await reader.tx
    .select({ month: report.month, status: report.status, cutOffId: report.cutOffId })
    .from(report)
    .where(
      and(
        eq(report.campaignId, place.campaignId),
        eq(report.kind, place.kind),
        eq(report.unitCode, place.unitCode),
        isNotNull(report.month),
      ),
    )
    .orderBy(asc(report.month))
    .limit(MONTHS_MAX);
  return rows.filter((row) => row.month !== place.month).map((row) => ({ ...row, month: periodOf(row) }));
}

/** Step: 期初, the figures of the last received report before this one. */
export async function openingOf(reader: Pick<Reader, "tx">, place: Place): Promise<Id<"cutOff"> | null> {
  return place.month === null ? null : (lastReceived(await chainOf(reader, place), place)?.cutOffId ?? null);
}

function lastReceived(chain: readonly Link[], { month }: Pick<Place, "month">): Link | undefined {
  return chain.findLast((link) => link.status === "received" && isBefore(link.month, month));
}

/** Step: what a report must meet in the order of months, and the month whose closing is its opening. */
export async function periodFacts(
  reader: Pick<Reader, "tx" | "now">,
  { row, taken }: { row: ReportRow; taken: CutOffRow },
): Promise<{ period: PeriodFacts; openingMonth: Month | null }> {
  const month = periodOf(row);
  if (month === null) return { period: NO_PERIOD, openingMonth: null };
  const chain = await chainOf(reader, row);
  const last = lastReceived(chain, row);
  const isRunning = reader.now <= endOf(month);
  const undecided = chain.find((link) => link.status === "submitted" && isBefore(link.month, month));
  const later = chain.find((link) => link.status === "received" && isBefore(month, link.month));
  return {
    period: {
      runsUntil: isRunning ? monthEnd(month) : null,
      isFrozenEarly: !isRunning && taken.at < endOf(month),
      otherOpening: taken.openingId === (last?.cutOffId ?? null) ? null : (last?.month ?? ""),
      undecidedMonth: undecided?.month ?? null,
      laterMonth: later?.month ?? null,
    },
    openingMonth: chain.find((link) => link.cutOffId === taken.openingId)?.month ?? null,
  };
}

function isBefore(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one < other;
}
