import { startJobKeeper } from "@anji/jobs/keeper";
import type { FastifyBaseLogger } from "fastify";
import type { Parts } from "./parts.ts";
import { ensureWorkerKey } from "./worker-key.ts";

const WORKER_KEY_RETRY_MS = 1000;

export type Background = { stop(): Promise<void> };

/** What the server does besides answering: makes its worker's key and runs the queue and the imports. */
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
    attempt: () => ensureWorkerKey(options.parts, options.dataDirectory),
    onError: (error) => options.log.warn({ err: error }, "the worker's key is not made yet"),
  });
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all([key, keeper.stop()]);
    },
  };
}

/** Tries until it is done. A database that is away ends one attempt, not the server. */
async function keepTrying(options: {
  ended: AbortSignal;
  attempt: () => Promise<boolean>;
  onError: (error: unknown) => void;
}): Promise<void> {
  while (!options.ended.aborted) {
    const isDone = await options.attempt().catch((error: unknown) => {
      options.onError(error);
      return false;
    });
    if (isDone) return;
    await pause(options.ended);
  }
}

function pause(ended: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, WORKER_KEY_RETRY_MS);
    ended.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    }, { once: true });
  });
}
