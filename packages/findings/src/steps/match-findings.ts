import type { Tx } from "@anji/database";
import type { Id, RegionPath } from "@anji/kernel";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { FindingRecord } from "../finding-rows.ts";
import { numberOrderOf } from "../number-series.ts";
import { finding, findingLine } from "../tables.ts";

/** The finding that a row of another source names. */
export type NamedFinding = {
  readonly unitCode: string;
  readonly regionPath: RegionPath;
  /** The source's own number, or ours as an export writes it. */
  readonly externalNo: string | null;
  readonly contentHash: string;
};

export type FoundFinding = { readonly record: FindingRecord; readonly hasSeveralLines: boolean };

/** Step: the finding that each row names, in their order; null for a new one. Three queries for any number of rows. */
export async function matchFindings(
  tx: Tx,
  options: { campaignId: Id<"campaign">; named: readonly NamedFinding[]; locks: boolean },
): Promise<(FoundFinding | null)[]> {
  const ids = await matchedIds(tx, options);
  const records = await recordsOf(tx, { ids: [...ids.values()], locks: options.locks });
  const several = await withSeveralLines(tx, [...ids.values()]);
  return options.named.map((_, index) => {
    const record = records.get(ids.get(index) ?? "");
    return record === undefined ? null : { record, hasSeveralLines: several.has(record.id) };
  });
}

/** By unit and internal number; by our own number, as an export carries it; without a number, by the whole content. */
async function matchedIds(
  tx: Tx,
  { campaignId, named }: { campaignId: Id<"campaign">; named: readonly NamedFinding[] },
): Promise<Map<number, Id<"finding">>> {
  const wanted = JSON.stringify(
    named.map(({ unitCode, regionPath, externalNo, contentHash }, index) => ({
      at: index,
      unit_code: unitCode,
      region_path: regionPath,
      external_no: externalNo,
      own_number: numberOrderOf(externalNo ?? ""),
      content_hash: externalNo === null ? contentHash : null,
    })),
  );
  // Each row finds its finding by an index; "offset 0" keeps the planner from reading the whole ledger. For a new
  // ledger the planner may take the index of regions, so the region limits what it reads.
  const rows = await tx.execute<{ at: number; id: Id<"finding"> }>(sql`
    with wanted as materialized (
      select * from json_to_recordset(${wanted}::text::json) as row (at integer, unit_code text, region_path text, external_no text, own_number text, content_hash text)
    )
    select wanted.at, one.id from wanted cross join lateral (
      select id from findings.finding where campaign_id = ${campaignId} and unit_code = wanted.unit_code and region_path = wanted.region_path
        and external_no = wanted.external_no and external_no is not null offset 0) as one
    where wanted.external_no is not null
    union all
    select wanted.at, one.id from wanted cross join lateral (
      select id from findings.finding where campaign_id = ${campaignId} and number_order = wanted.own_number
        and unit_code = wanted.unit_code and region_path = wanted.region_path and external_no is null offset 0) as one
    where wanted.own_number is not null
    union all
    select wanted.at, one.id from wanted cross join lateral (
      select id from findings.finding where campaign_id = ${campaignId} and unit_code = wanted.unit_code and region_path = wanted.region_path
        and content_hash = wanted.content_hash and external_no is null and content_hash is not null offset 0) as one
    where wanted.content_hash is not null`);
  return new Map(rows.map((row) => [row.at, row.id]));
}

async function recordsOf(
  tx: Tx,
  options: { ids: readonly Id<"finding">[]; locks: boolean },
): Promise<Map<string, FindingRecord>> {
  if (options.ids.length === 0) return new Map();
  // Always in the order of their ids, so that two acts on the same findings never wait for each other.
  const query = tx
    .select()
    .from(finding)
    .where(inArray(finding.id, [...options.ids]))
    .orderBy(finding.id);
  const records = options.locks ? await query.for("update") : await query;
  return new Map(records.map((record) => [record.id, record]));
}

async function withSeveralLines(tx: Tx, ids: readonly Id<"finding">[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx
    .select({ id: findingLine.findingId })
    .from(findingLine)
    .where(and(inArray(findingLine.findingId, [...ids]), eq(findingLine.lineNo, 2)));
  return new Set(rows.map((row) => row.id));
}
