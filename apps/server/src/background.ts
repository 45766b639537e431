import { setTimeout as sleep } from "node:timers/promises";
import { startJobKeeper } from "@anji/jobs/keeper";
import { sweepGuesses } from "@anji/jurisdictions/queries";
import type { FastifyBaseLogger } from "fastify";
import type { Parts } from "./parts.ts";
import { createImportRounds } from "./unfinished-imports.ts";
import { ensureWorkerKey } from "./worker-key.ts";

const WORKER_KEY_RETRY_MS = 1000;
const IMPORT_ROUND_MS = 10_000;
const GUESS_SWEEP_MS = 600_000;

export type Background = { stop(): Promise<void> };

/** The server's background work: it makes its worker's key, and runs the queue and interrupted imports. */
export async function startBackground(options: {
  parts: Parts;
  databaseUrl: string;
  dataDirectory: string;
  log: FastifyBaseLogger;
}): Promise<Background> {
  const stopping = new AbortController();
  const keeper = await startJobKeeper({
    url: options.databaseUrl,
    onError: (error) => options.log.warn({ err: error }, "the job keeper missed a round"),
  });
  const key = keepTrying({
    ended: stopping.signal,
    everyMs: WORKER_KEY_RETRY_MS,
    attempt: () => ensureWorkerKey(options.parts, options.dataDirectory),
    onError: (error) => options.log.warn({ err: error }, "the worker's key is not made yet"),
  });
  const importRound = createImportRounds(options.parts);
  const imports = keepTrying({
    ended: stopping.signal,
    everyMs: IMPORT_ROUND_MS,
    attempt: async () => {
      await importRound(stopping.signal);
      return false;
    },
    onError: (error) => options.log.warn({ err: error }, "a round over unfinished imports was missed"),
  });
  const guesses = keepTrying({
    ended: stopping.signal,
    everyMs: GUESS_SWEEP_MS,
    attempt: async () => {
      await sweepGuesses(options.parts.db);
      return false;
    },
    onError: (error) => options.log.warn({ err: error }, "counts of old sign-in attempts were not removed"),
  });
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all([key, imports, guesses, keeper.stop()]);
    },
  };
}

/** Tries until it is done. An unreachable database ends one attempt, not the server. */
async function keepTrying(options: {
  ended: AbortSignal;
  everyMs: number;
  attempt: () => Promise<boolean>;
  onError: (error: unknown) => void;
}): Promise<void> {
  while (!options.ended.aborted) {
    const isDone = await options.attempt().catch((error: unknown) => {
      options.onError(error);
      return false;
    });
    if (isDone) return;
    await sleep(options.everyMs, undefined, { signal: options.ended }).catch(() => undefined);
  }
}
