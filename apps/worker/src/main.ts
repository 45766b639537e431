import { createAnjiClient } from "@anji/client";
import { pino } from "pino";
import { readWorkerEnv } from "./env.ts";
import { work, WorkerLeaves } from "./work.ts";

/** How long the current job may still take after the signal before it is given back. */
const FINISH_GRACE_MS = 5_000;

const env = readWorkerEnv(process.env);
const log = pino({ level: env.logLevel, base: { worker: env.name } });
const client = createAnjiClient({ url: env.url, apiKey: env.apiKey, locale: "zh-CN" });
const stopping = new AbortController();
const leaving = new AbortController();

function stop(): void {
  if (stopping.signal.aborted) process.exit(1);
  log.info("stopping");
  stopping.abort();
  setTimeout(() => leaving.abort(new WorkerLeaves("the worker stopped")), FINISH_GRACE_MS).unref();
}

process.on("SIGTERM", stop);
process.on("SIGINT", stop);

log.info({ url: env.url, concurrency: env.concurrency }, "working");
const lanes = Array.from({ length: env.concurrency }, () =>
  work({ client, workerName: env.name, log, stopping: stopping.signal, leaving: leaving.signal }),
);
await Promise.all(lanes);
log.info("stopped");
