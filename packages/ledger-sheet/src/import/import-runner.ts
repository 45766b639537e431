import { type ActorCtx, found, read } from "@anji/database";
import { type Id, refusal, type Refusal, RefusalError } from "@anji/kernel";
import { and, asc, eq } from "drizzle-orm";
import { ledgerImport } from "../tables.ts";
import { CHUNK_ROWS, finishImport, IMPORT_MOVED, importChunk, type ImportRecord } from "./import-chunk.ts";
import { matchRows } from "./match-rows.ts";
import { type UploadedLedger, uploadedLedger } from "./uploaded-ledger.ts";
import { writeOffRows } from "./write-rows.ts";

const UNFINISHED_MAX = 200;

const running = new Map<string, Promise<void>>();

/**
 * Runs an import in this process until it ends; asked twice, it runs once. Never rejects: the import's row holds how it
 * ended.
 */
export function startRun(ctx: ActorCtx, importId: Id<"ledgerImport">): Promise<void> {
  const started = running.get(importId);
  if (started !== undefined) return started;
  const run = endedRun(ctx, importId).finally(() => running.delete(importId));
  running.set(importId, run);
  return run;
}

/** The imports of an area that a stopped server has left, each with its person. */
export async function unfinishedImports(
  ctx: ActorCtx,
): Promise<{ importId: Id<"ledgerImport">; requestedBy: Id<"person"> }[]> {
  return read(ctx, (reader) =>
    reader.tx
      .select({ importId: ledgerImport.id, requestedBy: ledgerImport.requestedBy })
      .from(ledgerImport)
      .where(and(eq(ledgerImport.status, "running"), reader.scope(ledgerImport.regionPath)))
      .orderBy(asc(ledgerImport.id))
      .limit(UNFINISHED_MAX),
  );
}

async function endedRun(ctx: ActorCtx, importId: Id<"ledgerImport">): Promise<void> {
  try {
    await runImport(ctx, importId);
  } catch (cause) {
    const reason = cause instanceof RefusalError ? cause.refusal : null;
    // A defect must reach the log, and must not end a server that other people use.
    if (reason === null) process.emitWarning(cause instanceof Error ? cause : String(cause));
    await recordEnd(ctx, importId, reason);
  }
}

// When even this cannot be written, the import stays "running" and continues at the next start.
async function recordEnd(ctx: ActorCtx, importId: Id<"ledgerImport">, reason: Refusal | null): Promise<void> {
  try {
    const { done } = await importRecord(ctx, importId);
    if (reason === null)
      await finishImport(ctx, { importId, status: "failed", rule: "ledgerSheet.importStopped", params: { done } });
    else await finishImport(ctx, { importId, status: "refused", rule: reason.rule, params: { ...reason.params } });
  } catch (cause) {
    process.emitWarning(cause instanceof Error ? cause : String(cause));
  }
}

/**
 * Takes an import from its checkpoint to its end. Killed at any moment and run again, it repeats no row and misses
 * none.
 */
export async function runImport(ctx: ActorCtx, importId: Id<"ledgerImport">): Promise<void> {
  const record = await importRecord(ctx, importId);
  if (record.status !== "running") return;
  const uploaded = await uploadedLedger(ctx, record);
  const reason = await whyNotImport(ctx, { record, uploaded });
  if (reason !== null) {
    await finishImport(ctx, { importId, status: "refused", rule: reason.rule, params: { ...reason.params } });
    return;
  }
  await importRows(ctx, { record, uploaded });
  await finishImport(ctx, { importId, status: "done", rule: null, params: {} });
}

async function importRows(
  ctx: ActorCtx,
  { record, uploaded }: { record: ImportRecord; uploaded: UploadedLedger },
): Promise<void> {
  const { rows, closingOn } = uploaded.reading;
  const chunk = { importId: record.id, total: rows.length, settledOn: closingOn, pathOf: uploaded.pathOf };
  let from = record.done;
  while (from < rows.length) {
    try {
      const { done } = await importChunk(ctx, { ...chunk, from, rows: rows.slice(from, from + CHUNK_ROWS) });
      from = done;
    } catch (cause) {
      if (!(cause instanceof RefusalError) || cause.refusal.rule !== IMPORT_MOVED) throw cause;
      const now = await importRecord(ctx, record.id);
      if (now.status !== "running") return;
      from = now.done;
    }
  }
}

/** What refuses the whole file, found before anything is written. A continued run has passed it already. */
async function whyNotImport(
  ctx: ActorCtx,
  { record, uploaded }: { record: ImportRecord; uploaded: UploadedLedger },
): Promise<Refusal | null> {
  const errors = uploaded.reading.mistakes.filter((mistake) => mistake.severity === "error");
  if (errors.length > 0) return precondition("ledgerSheet.importHasMistakes", { count: errors.length });
  if (record.done > 0) return null;
  const { rows } = uploaded.reading;
  let differing = 0;
  for (let from = 0; from < rows.length; from += CHUNK_ROWS) {
    const part = rows.slice(from, from + CHUNK_ROWS);
    const matched = await read(ctx, (reader) =>
      matchRows(reader.tx, { campaignId: record.campaignId, rows: part, pathOf: uploaded.pathOf, locks: false }),
    );
    if (writeOffRows(matched).length > 0) return precondition("findings.writeOffElsewhere", {});
    differing += matched.filter((one) => one.state === "changed" || one.state === "conflict").length;
  }
  return record.onConflict === "stop" && differing > 0
    ? precondition("ledgerSheet.importHasConflicts", { count: differing })
    : null;
}

export async function importRecord(ctx: ActorCtx, importId: Id<"ledgerImport">): Promise<ImportRecord> {
  return read(ctx, async (reader) => {
    const rows = await reader.tx
      .select()
      .from(ledgerImport)
      .where(and(eq(ledgerImport.id, importId), reader.scope(ledgerImport.regionPath)));
    return found(rows[0]);
  });
}

function precondition(rule: string, params: Record<string, string | number>): Refusal {
  return refusal({ code: "precondition", rule, params });
}
