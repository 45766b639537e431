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
  const key = keepTrying(stopping.signal, () => ensureWorkerKey(options.parts, options.dataDirectory));
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all([key, keeper.stop()]);
    },
  };
}

async function keepTrying(ended: AbortSignal, attempt: () => Promise<boolean>): Promise<void> {
  while (!ended.aborted) {
    if (await attempt()) return;
    await pause(ended);
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
