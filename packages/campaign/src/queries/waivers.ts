import { type Reader, trailEntry } from "@anji/database";
import { unit } from "@anji/jurisdictions/tables";
import type { Id } from "@anji/kernel";
import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { waiver, waiverEvent } from "../tables.ts";
import type { CampaignRow } from "./campaigns.ts";

const WAIVERS_MAX = 500;
/** Asked for, decided once, seen once. */
const EVENTS_A_WAIVER = 3;

const waiverColumns = {
  id: waiver.id,
  rule: waiver.rule,
  kind: waiver.kind,
  unitCode: waiver.unitCode,
  unitName: unit.name,
  regionPath: waiver.regionPath,
  reason: waiver.reason,
  expiresOn: waiver.expiresOn,
  decideBy: waiver.decideBy,
  status: waiver.status,
  requestedBy: waiver.requestedBy,
  requestedAt: waiver.requestedAt,
  decidedByName: waiver.decidedByName,
  decidedAt: waiver.decidedAt,
  documentNo: waiver.documentNo,
  remark: waiver.remark,
  seenAt: waiver.seenAt,
  version: waiver.version,
};

/** Step: the waivers of the reader's area and those from above, newest first. */
export async function waiversOf(reader: Pick<Reader, "tx" | "published">, campaignId: Id<"campaign">) {
  return reader.tx
    .select(waiverColumns)
    .from(waiver)
    .innerJoin(unit, eq(unit.code, waiver.unitCode))
    .where(and(eq(waiver.campaignId, campaignId), reader.published(waiver.regionPath)))
    .orderBy(desc(waiver.id))
    .limit(WAIVERS_MAX);
}

export type WaiverRow = Awaited<ReturnType<typeof waiversOf>>[number];

/** Step: the steps of some waivers, each in order. */
export async function waiverEventsOf(reader: Pick<Reader, "tx">, ids: readonly Id<"waiver">[]) {
  const rows = await reader.tx
    .select()
    .from(waiverEvent)
    .where(inArray(waiverEvent.subjectId, [...ids]))
    .orderBy(asc(waiverEvent.subjectId), asc(waiverEvent.seq))
    .limit(WAIVERS_MAX * EVENTS_A_WAIVER);
  const shown = rows.map((row) => ({ ...trailEntry(row), id: row.subjectId, documentNo: row.documentNo }));
  return Map.groupBy(shown, (one) => one.id);
}

/** Step: the approved waivers of one condition in the reader's area, each with its unit, in the order of the tree. */
export async function approvedWaivers(
  reader: Pick<Reader, "tx" | "scope">,
  asked: { campaignId: CampaignRow["id"]; rule: string },
) {
  const { unitCode, kind, expiresOn, documentNo } = waiver;
  return reader.tx
    .select({ unitCode, unitName: unit.name, kind, expiresOn, documentNo })
    .from(waiver)
    .innerJoin(unit, eq(unit.code, unitCode))
    .where(
      and(
        eq(waiver.campaignId, asked.campaignId),
        eq(waiver.rule, asked.rule),
        eq(waiver.status, "approved"),
        reader.scope(waiver.regionPath),
      ),
    )
    .orderBy(asc(unitCode))
    .limit(WAIVERS_MAX);
}
