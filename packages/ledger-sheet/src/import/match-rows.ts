import type { Tx } from "@anji/database";
import { type FindingRecord, type FoundFinding, matchFindings } from "@anji/findings/steps";
import type { Id } from "@anji/kernel";
import type { LedgerRow } from "../sheet/index.ts";
import {
  type ContentField,
  contentHash,
  contentOfRecord,
  contentOfRow,
  differingFields,
  LINE_FIELDS,
  type SheetContent,
} from "./sheet-content.ts";
import type { PathOf } from "./uploaded-ledger.ts";

export type MatchState = "new" | "same" | "changed" | "conflict";

/** A row of the sheet with the finding it names. */
export type MatchedRow = {
  readonly row: LedgerRow;
  readonly sheet: SheetContent;
  readonly hash: string;
  readonly state: MatchState;
  readonly record: FindingRecord | null;
  readonly stored: SheetContent | null;
  readonly differing: readonly ContentField[];
  /**
   * A person has moved the finding on, or has split it into lines, which a row does not have: the sheet may not write
   * it.
   */
  readonly isBeyondSheet: boolean;
};

/** Step: which findings the rows name, and whether the rows have new content. */
export async function matchRows(
  tx: Tx,
  options: { campaignId: Id<"campaign">; rows: readonly LedgerRow[]; pathOf: PathOf; locks: boolean },
): Promise<MatchedRow[]> {
  const { campaignId, pathOf, locks } = options;
  const said = options.rows.map(saidBy);
  const named = said.map(({ row: { unitCode, externalNo }, hash }) => {
    return { unitCode, regionPath: pathOf(unitCode), externalNo, contentHash: hash };
  });
  const found = await matchFindings(tx, { campaignId, named, locks });
  const taken = new Set<string>();
  return said.map((one, index) => {
    const finding = found[index] ?? null;
    const isRepeated = finding !== null && taken.has(finding.record.id);
    if (finding !== null) taken.add(finding.record.id);
    return matched(one, { finding, isRepeated });
  });
}

type Said = { row: LedgerRow; sheet: SheetContent; hash: string };

// A row is matched before the import and again in its chunk; its content is computed once.
const alreadySaid = new WeakMap<LedgerRow, Said>();

function saidBy(row: LedgerRow): Said {
  const known = alreadySaid.get(row);
  if (known !== undefined) return known;
  const sheet = contentOfRow(row);
  const said = { row, sheet, hash: contentHash(sheet) };
  alreadySaid.set(row, said);
  return said;
}

function matched(said: Said, options: { finding: FoundFinding | null; isRepeated: boolean }): MatchedRow {
  const { finding, isRepeated } = options;
  if (finding === null)
    return { ...said, state: "new", record: null, stored: null, differing: [], isBeyondSheet: false };
  const { record, hasSeveralLines } = finding;
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
    isBeyondSheet: record.status !== "registered" || record.isDetermined || splits || isRepeated,
  };
}
