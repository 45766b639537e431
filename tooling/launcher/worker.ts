import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Child, keepRunning } from "./child.ts";
import type { Log } from "./log.ts";

const keyLookMilliseconds = 500;

/** The server makes the worker's key after a province is set up; in an empty installation that is later. */
export function keepWorker(options: { directory: string; address: string; log: Log }): Child {
  const keyFile = join(options.directory, "worker-key");
  const gaveUp = Promise.withResolvers<void>();
  const stopping = new AbortController();
  const start = async () => {
    while (!existsSync(keyFile)) {
      if (stopping.signal.aborted) return null;
      await sleep(keyLookMilliseconds, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
    // A worker is a client of the server: it gets an address and a key, and nothing of the database.
    const { DATABASE_URL: _url, DATABASE_APP_URL: _appUrl, ...inherited } = process.env;
    const environment = { ...inherited, ANJI_URL: options.address, ANJI_API_KEY: readFileSync(keyFile, "utf8").trim() };
    const worker = keepRunning({ name: "worker", script: "apps/worker/src/main.ts", environment, log: options.log });
    void worker.gaveUp.then(gaveUp.resolve);
    return worker;
  };
  const started = start();
  return {
    gaveUp: gaveUp.promise,
    async stop() {
      stopping.abort();
      await (await started)?.stop();
    },
  };
}
