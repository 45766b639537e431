import { type Reader, trailEntry, type TrailEntry } from "@anji/database";
import type { Id } from "@anji/kernel";
import { asc, eq } from "drizzle-orm";
import type { ReportStatus } from "../report.lifecycle.ts";
import { reportEvent } from "../tables.ts";

export type HistoryEntry = TrailEntry<string, ReportStatus> & { documentNo: string | null };

const EVENTS_MAX = 500;

/** Step: what happened to a report, in order. */
export async function historyOf(reader: Pick<Reader, "tx">, id: Id<"report">): Promise<HistoryEntry[]> {
  const rows = await reader.tx
    .select()
    .from(reportEvent)
    .where(eq(reportEvent.subjectId, id))
    .orderBy(asc(reportEvent.seq))
    .limit(EVENTS_MAX);
  return rows.map((row) => ({ ...trailEntry(row), documentNo: row.documentNo }));
}
