import type { Reader } from "@anji/database";
import type { Id } from "@anji/kernel";
import { asc, eq } from "drizzle-orm";
import { reportEvent } from "../tables.ts";

export type HistoryEntry = {
  seq: number;
  event: string;
  from: string | null;
  to: string;
  by: string;
  unitName: string;
  at: string;
  remark: string;
  documentNo: string | null;
};

const EVENTS_MAX = 500;

/** Step: what happened to a report, in order. */
export async function historyOf(reader: Pick<Reader, "tx">, id: Id<"monthlyReport"> | Id<"summaryReport">): Promise<HistoryEntry[]> {
  const rows = await reader.tx
    .select()
    .from(reportEvent)
    .where(eq(reportEvent.reportId, id))
    .orderBy(asc(reportEvent.seq))
    .limit(EVENTS_MAX);
  return rows.map(({ seq, event, from, to, byName, unitName, at, remark, documentNo }) => ({
    seq,
    event,
    from,
    to,
    by: byName,
    unitName,
    at: at.toISOString(),
    remark,
    documentNo,
  }));
}
