import { type ActorCtx, read, type Reader, trailEntry } from "@anji/database";
import { unit } from "@anji/jurisdictions/tables";
import type { Id } from "@anji/kernel";
import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { waiver, waiverEvent } from "../tables.ts";

const WAIVERS_MAX = 200;
/** Asked for, then decided once. */
const EVENTS_A_WAIVER = 2;

const waiverColumns = {
  id: waiver.id,
  rule: waiver.rule,
  unitCode: waiver.unitCode,
  unitName: unit.name,
  regionPath: waiver.regionPath,
  reason: waiver.reason,
  expiresOn: waiver.expiresOn,
  status: waiver.status,
  requestedAt: waiver.requestedAt,
  decidedByName: waiver.decidedByName,
  documentNo: waiver.documentNo,
  remark: waiver.remark,
  version: waiver.version,
};

/** Step: the waivers of the reader's area and those from above that cover it, newest first. */
export async function waiversOf(reader: Pick<Reader, "tx" | "published">, campaignId: Id<"campaign">) {
  const rows = await reader.tx
    .select(waiverColumns)
    .from(waiver)
    .innerJoin(unit, eq(unit.code, waiver.unitCode))
    .where(and(eq(waiver.campaignId, campaignId), reader.published(waiver.regionPath)))
    .orderBy(desc(waiver.id))
    .limit(WAIVERS_MAX);
  return rows.map((row) => ({ ...row, requestedAt: row.requestedAt.toISOString() }));
}

export type WaiverAnswer = Awaited<ReturnType<typeof waiversOf>>[number];

/** The waivers, each with its history. */
export async function listWaivers(ctx: ActorCtx, input: { campaignId: Id<"campaign"> }) {
  return read(ctx, async (reader) => {
    const waivers = await waiversOf(reader, input.campaignId);
    const events = await eventsOf(
      reader,
      waivers.map((one) => one.id),
    );
    return { items: waivers.map((one) => ({ ...one, events: events.get(one.id) ?? [] })) };
  });
}

async function eventsOf(reader: Pick<Reader, "tx">, ids: readonly Id<"waiver">[]) {
  const rows = await reader.tx
    .select()
    .from(waiverEvent)
    .where(inArray(waiverEvent.subjectId, [...ids]))
    .orderBy(asc(waiverEvent.subjectId), asc(waiverEvent.seq))
    .limit(WAIVERS_MAX * EVENTS_A_WAIVER);
  const shown = rows.map((row) => ({ ...trailEntry(row), id: row.subjectId, documentNo: row.documentNo }));
  return Map.groupBy(shown, (one) => one.id);
}
