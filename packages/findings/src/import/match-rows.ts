import type { Tx } from "@anji/database";
import type { Id } from "@anji/kernel";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { FindingRecord } from "../finding-rows.ts";
import type { LedgerRow } from "../sheet/index.ts";
import type { PathOf } from "./uploaded-ledger.ts";
import { numberOrderOf } from "../number-series.ts";
import { finding, findingLine } from "../tables.ts";
import {
  type ContentField,
  contentHash,
  contentOfRecord,
  contentOfRow,
  differingFields,
  LINE_FIELDS,
  type SheetContent,
} from "./sheet-content.ts";

export type MatchState = "new" | "same" | "changed" | "conflict";

/** A row of the sheet beside the finding it speaks of. */
export type MatchedRow = {
  readonly row: LedgerRow;
  readonly sheet: SheetContent;
  readonly hash: string;
  readonly state: MatchState;
  readonly record: FindingRecord | null;
  readonly stored: SheetContent | null;
  readonly differing: readonly ContentField[];
  /** A person has moved the finding on, or has split it into lines the row cannot tell apart: the sheet may not write it. */
  readonly isBeyondSheet: boolean;
};

/** Step: which findings the rows speak of, and whether they say anything new. Two queries however many rows. */
export async function matchRows(
  tx: Tx,
  options: { campaignId: Id<"campaign">; rows: readonly LedgerRow[]; pathOf: PathOf; locks: boolean },
): Promise<MatchedRow[]> {
  const said = options.rows.map(saidBy);
  const ids = await matchedIds(tx, { ...options, said });
  const records = await recordsOf(tx, { ids: [...ids.values()], locks: options.locks });
  const several = await withSeveralLines(tx, [...ids.values()]);
  const taken = new Set<string>();
  return said.map((one, index) => {
    const record = records.get(ids.get(index) ?? "");
    const isRepeated = record !== undefined && taken.has(record.id);
    if (record !== undefined) taken.add(record.id);
    return matched(one, { record, isRepeated, hasSeveralLines: record !== undefined && several.has(record.id) });
  });
}

type Said = { row: LedgerRow; sheet: SheetContent; hash: string };

// A row is matched before the import and again in its chunk; what it says is worked out once.
const alreadySaid = new WeakMap<LedgerRow, Said>();

function saidBy(row: LedgerRow): Said {
  const known = alreadySaid.get(row);
  if (known !== undefined) return known;
  const sheet = contentOfRow(row);
  const said = { row, sheet, hash: contentHash(sheet) };
  alreadySaid.set(row, said);
  return said;
}

function matched(
  said: Said,
  {
    record,
    isRepeated,
    hasSeveralLines,
  }: { record: FindingRecord | undefined; isRepeated: boolean; hasSeveralLines: boolean },
): MatchedRow {
  if (record === undefined)
    return { ...said, state: "new", record: null, stored: null, differing: [], isBeyondSheet: false };
  const stored = contentOfRecord(record, said.sheet);
  const differing = differingFields(stored, said.sheet);
  const isSame = differing.length === 0 || said.hash === record.contentHash;
  const isTouched = record.importedVersion === null || record.version !== record.importedVersion;
  const splits = hasSeveralLines && differing.some((field) => LINE_FIELDS.includes(field));
  return {
    ...said,
    record,
    stored,
    differing: isSame ? [] : differing,
    state: isSame ? "same" : isTouched || splits || isRepeated ? "conflict" : "changed",
    isBeyondSheet: record.status !== "registered" || splits || isRepeated,
  };
}

/** By unit and internal number; by our own number, as an export carries it; without a number, by the whole content. */
async function matchedIds(
  tx: Tx,
  { campaignId, said, pathOf }: { campaignId: Id<"campaign">; said: readonly Said[]; pathOf: PathOf },
): Promise<Map<number, Id<"finding">>> {
  const wanted = JSON.stringify(
    said.map(({ row, hash }, index) => ({
      at: index,
      unit_code: row.unitCode,
      region_path: pathOf(row.unitCode),
      external_no: row.externalNo,
      own_number: numberOrderOf(row.externalNo ?? ""),
      content_hash: row.externalNo === null ? hash : null,
    })),
  );
  // Each row looks its finding up by an index: "offset 0" keeps the planner from reading the whole ledger instead,
  // and the region bounds the reading where it knows nothing of a new ledger and takes the index of regions.
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
  // Always in the order of their ids, so that two acts locking the same findings never wait in a circle.
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
