import { createHash } from "node:crypto";
import { heldCampaign } from "@anji/campaign/queries";
import { type Act, found, systemAct } from "@anji/database";
import { findingLifecycle } from "@anji/findings";
import type { FindingRecord } from "@anji/findings/steps";
import { person } from "@anji/jurisdictions/tables";
import { type Id, refuse, refuseIf, whyNotAllowed } from "@anji/kernel";
import { and, eq, sql } from "drizzle-orm";
import type { ImportStatus } from "../ledger-import.ts";
import { ledgerSheetPermissions } from "../permissions.ts";
import type { LedgerRow } from "../sheet/index.ts";
import { ledgerImport } from "../tables.ts";
import { type MatchedRow, matchRows } from "./match-rows.ts";
import type { PathOf } from "./uploaded-ledger.ts";
import { createFromRows, replaceFromRow, writeOffRows } from "./write-rows.ts";

export type ImportRecord = typeof ledgerImport.$inferSelect;

/** One transaction's worth of rows: large enough to be quick, small enough to be short. */
export const CHUNK_ROWS = 1000;

export type ChunkRows = {
  importId: Id<"ledgerImport">;
  /** Rows of the sheet taken before these; the checkpoint must be exactly here. */
  from: number;
  total: number;
  rows: readonly LedgerRow[];
  settledOn: string;
  pathOf: PathOf;
};

/** Takes rows of a sheet into the ledger, with the checkpoint and one audit row that names what it wrote. */
export const importChunk = systemAct(
  {
    permission: ledgerSheetPermissions.importChunk,
    command: ({ importId, from, rows }: ChunkRows) => {
      return { commandId: commandIdOf(`${importId}:${from}`), importId, from, rows: rows.length };
    },
  },
  async (act, chunk) => {
    const { importId, from, pathOf, rows, settledOn } = chunk;
    const record = await heldImport(act, { importId, from });
    await refuseFormerActor(act, from);
    const campaign = await heldCampaign(act, record.campaignId);
    refuseIf(findingLifecycle.whyNotPhase("import", campaign));
    // Chunks of one campaign follow one another, so that the same row in two files becomes one finding.
    await act.tx.execute(
      sql`select pg_advisory_xact_lock(hashtextextended(${`ledgerSheet.import:${campaign.id}`}, 0))`,
    );
    const matched = await matchRows(act.tx, { campaignId: campaign.id, rows, pathOf, locks: true });
    if (writeOffRows(matched).length > 0) refuse({ code: "precondition", rule: "findings.writeOffElsewhere" });
    const writing = { campaign, importId, pathOf, settledOn };
    const created = matched.filter((one) => one.state === "new");
    const createdIds = await createFromRows(act, created, writing);
    const differing = matched.filter(isDiffering);
    const replaced = record.onConflict === "replace" ? differing.filter((one) => !one.isBeyondSheet) : [];
    for (const one of replaced) await replaceFromRow(act, one, writing);
    const failed = record.onConflict === "replace" ? differing.length - replaced.length : 0;
    const updatedIds = replaced.map((one) => one.record.id);
    const done = from + rows.length;
    const counts = {
      created: record.created + createdIds.length,
      updated: record.updated + updatedIds.length,
      failed: record.failed + failed,
      skipped: record.skipped + rows.length - createdIds.length - updatedIds.length - failed,
    };
    await act.tx
      .update(ledgerImport)
      .set({ done, total: chunk.total, ...counts })
      .where(eq(ledgerImport.id, importId));
    const after = { done, ...counts, createdIds, updatedIds };
    return recordImport(act, record, { before: { done: from }, after, answer: { done } });
  },
);

/** A run lasts longer than a request: nothing is written in the name of a person who may no longer write it. */
async function refuseFormerActor(act: Act, done: number): Promise<void> {
  const [row] = await act.tx
    .select({ isActive: person.isActive, roles: person.roles, unitCode: person.unitCode })
    .from(person)
    .where(eq(person.id, act.actor.personId))
    .for("share");
  const isSame = row?.isActive === true && row.unitCode === act.actor.unitCode;
  const { level } = act.actor;
  if (isSame && whyNotAllowed(ledgerSheetPermissions.importChunk, { level, roles: row.roles }) === null) return;
  refuse({ code: "notAllowed", rule: "ledgerSheet.importStopped", params: { done } });
}

type Ending = {
  importId: Id<"ledgerImport">;
  status: Exclude<ImportStatus, "running">;
  rule: string | null;
  params: Record<string, string | number>;
};

/** Ends an import. The rows it has taken stay. */
export const finishImport = systemAct(
  {
    permission: ledgerSheetPermissions.finishImport,
    command: ({ importId, status }: Ending) => {
      return { commandId: commandIdOf(`${importId}:${status}`), importId, status };
    },
  },
  async (act, { importId, status, rule, params }) => {
    const record = await heldImport(act, { importId, from: null });
    await act.tx
      .update(ledgerImport)
      .set({ status, messageRule: rule, messageParams: params, endedAt: act.now })
      .where(eq(ledgerImport.id, importId));
    return recordImport(act, record, {
      before: { status: record.status },
      after: { status, rule },
      answer: { status },
    });
  },
);

function recordImport<Answer>(
  act: Act,
  record: ImportRecord,
  done: { before: unknown; after: unknown; answer: Answer },
) {
  const { id: subjectId, regionPath, campaignId } = record;
  act.signal({ topic: "ledgerSheet.imported", subjectId, regionPath });
  return act.done({ subjectKind: "ledgerImport", subjectId, regionPath, campaignId, ...done });
}

async function heldImport(
  act: Act,
  options: { importId: Id<"ledgerImport">; from: number | null },
): Promise<ImportRecord> {
  const rows = await act.tx
    .select()
    .from(ledgerImport)
    .where(and(eq(ledgerImport.id, options.importId), act.scope(ledgerImport.regionPath)))
    .for("update");
  const record = found(rows[0]);
  const isAsExpected = record.status === "running" && (options.from === null || record.done === options.from);
  return isAsExpected ? record : refuse({ code: "conflict", rule: IMPORT_MOVED });
}

/** Another run of the same import has come further. */
export const IMPORT_MOVED = "ledgerSheet.importMoved";

function isDiffering(one: MatchedRow): one is MatchedRow & { record: FindingRecord } {
  return one.record !== null && (one.state === "changed" || one.state === "conflict");
}

/** The same chunk always has the same command, for every person who runs it. */
function commandIdOf(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    "-",
  );
}
