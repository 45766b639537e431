import { setTimeout as pause } from "node:timers/promises";
import type { ActorCtx } from "@anji/database";
import { type Id, ruleMessage } from "@anji/kernel";
import type { z } from "zod";
import { importRecord } from "../import/import-runner.ts";
import type { importProgressInput } from "../inputs.ts";
import type { ImportStatus } from "../ledger-import.ts";

const POLL_MS = 400;

export type ImportProgress = {
  id: Id<"ledgerImport">;
  status: ImportStatus;
  done: number;
  total: number;
  created: number;
  updated: number;
  skipped: number;
  failed: number;
  message: string | null;
};

export async function importProgress(
  ctx: ActorCtx,
  input: z.output<typeof importProgressInput>,
): Promise<ImportProgress> {
  const { id, status, done, total, created, updated, skipped, failed, messageRule, messageParams } = await importRecord(
    ctx,
    input.importId,
  );
  const message = messageRule === null ? null : ruleMessage(ctx.rules, messageRule, messageParams ?? {}, ctx.locale);
  return { id, status, done, total, created, updated, skipped, failed, message };
}

/** The progress as it changes, until the import ends or the reader leaves. */
export async function* watchImport(
  ctx: ActorCtx,
  options: { importId: Id<"ledgerImport">; signal: AbortSignal | undefined },
): AsyncGenerator<ImportProgress, void, undefined> {
  let shown = "";
  while (options.signal?.aborted !== true) {
    const progress = await importProgress(ctx, options);
    const key = `${progress.status}-${progress.done}`;
    if (key !== shown) yield progress;
    shown = key;
    if (progress.status !== "running") return;
    if (await hasLeft(options.signal)) return;
  }
}

async function hasLeft(signal: AbortSignal | undefined): Promise<boolean> {
  try {
    await pause(POLL_MS, undefined, signal === undefined ? {} : { signal });
    return false;
  } catch (cause) {
    if (signal?.aborted === true) return true;
    throw cause;
  }
}
