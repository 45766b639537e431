import { type ActorCtx, read, type Reader } from "@anji/database";
import { unit } from "@anji/jurisdictions/tables";
import type { Id } from "@anji/kernel";
import { and, desc, eq } from "drizzle-orm";
import { waiver } from "../tables.ts";

const WAIVERS_MAX = 200;

const waiverColumns = {
  id: waiver.id,
  rule: waiver.rule,
  unitCode: waiver.unitCode,
  unitName: unit.name,
  regionPath: waiver.regionPath,
  reason: waiver.reason,
  expiresOn: waiver.expiresOn,
  state: waiver.state,
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

export async function listWaivers(
  ctx: ActorCtx,
  input: { campaignId: Id<"campaign"> },
): Promise<{ items: WaiverAnswer[] }> {
  return read(ctx, async (reader) => ({ items: await waiversOf(reader, input.campaignId) }));
}
