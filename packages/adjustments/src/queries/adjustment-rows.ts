import { found, type Reader } from "@anji/database";
import { finding } from "@anji/findings/tables";
import { cityNameOf } from "@anji/jurisdictions/queries";
import { unit } from "@anji/jurisdictions/tables";
import type { Id } from "@anji/kernel";
import { eq, sql } from "drizzle-orm";
import { adjustment } from "../tables.ts";

const rowColumns = {
  id: adjustment.id,
  version: adjustment.version,
  status: adjustment.status,
  kind: adjustment.kind,
  change: adjustment.change,
  effects: adjustment.effects,
  reason: adjustment.reason,
  decidingLevel: adjustment.decidingLevel,
  requestedByName: adjustment.requestedByName,
  requestedAt: adjustment.requestedAt,
  decidedByName: adjustment.decidedByName,
  decidedAt: adjustment.decidedAt,
  documentNo: adjustment.documentNo,
  decision: adjustment.decision,
  findingId: adjustment.findingId,
  number: finding.number,
  unitCode: finding.unitCode,
  unitName: sql<string>`${unit.name}`,
  cityName: cityNameOf(finding.regionPath),
  summary: finding.summary,
  origin: finding.origin,
  firstStatedFen: sql<string>`${finding.firstStatedFen}::text`,
  foundFen: sql<string>`${finding.foundFen}::text`,
} as const;

export function adjustmentRows(reader: Pick<Reader, "tx">) {
  return reader.tx
    .select({ ...rowColumns, record: adjustment })
    .from(adjustment)
    .innerJoin(finding, eq(finding.id, adjustment.findingId))
    .innerJoin(unit, eq(unit.code, finding.unitCode));
}
export type AdjustmentRecord = Awaited<ReturnType<typeof adjustmentRows>>[number];
export type AdjustmentRow = Omit<AdjustmentRecord, "record" | "requestedAt" | "decidedAt"> & {
  requestedAt: string;
  decidedAt: string | null;
};

/** Step: one request as every verb answers it. */
export async function adjustmentRow(reader: Pick<Reader, "tx">, id: Id<"adjustment">): Promise<AdjustmentRow> {
  const rows = await adjustmentRows(reader).where(eq(adjustment.id, id));
  return rowOf(found(rows[0]));
}

export function rowOf({ record: _, requestedAt, decidedAt, ...row }: AdjustmentRecord): AdjustmentRow {
  return { ...row, requestedAt: requestedAt.toISOString(), decidedAt: decidedAt?.toISOString() ?? null };
}
