import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Environment } from "../env.ts";
import { keptSecret } from "../secrets.ts";
import { consoleDirectory } from "./console-build.ts";
import type { Database } from "./database.ts";
import type { Log } from "./log.ts";

const readyLimitMilliseconds = 60_000;

export function serverEnvironment(environment: Environment, database: Database): Record<string, string | undefined> {
  const directory = environment.ANJI_DATA_DIRECTORY;
  const { DATABASE_APP_URL: _, ...inherited } = process.env;
  return {
    ...inherited,
    // Only the restricted role's connection reaches the server.
    DATABASE_URL: database.appUrl,
    ANJI_PORT: String(environment.ANJI_PORT),
    ANJI_HOST: environment.ANJI_HOST,
    ANJI_PUBLIC_URL: environment.ANJI_PUBLIC_URL,
    ANJI_DATA_DIRECTORY: directory,
    ANJI_SECRET: keptSecret({ directory: join(directory, "secrets"), name: "session" }),
    ANJI_CONSOLE_DIRECTORY: consoleDirectory,
  };
}

export async function becomesReady(options: {
  address: string;
  gaveUp: Promise<void>;
  signal: AbortSignal;
  log: Log;
}): Promise<void> {
  const hopeless = new AbortController();
  void options.gaveUp.then(() => hopeless.abort());
  const limit = performance.now() + readyLimitMilliseconds;
  while (performance.now() < limit && !hopeless.signal.aborted) {
    options.signal.throwIfAborted();
    const answer = await fetch(`${options.address}/health/ready`).catch(() => null);
    if (answer?.ok) return;
    await sleep(50);
  }
  throw new Error(`The server does not become ready:\n${options.log.tail("server")}\nSee ${options.log.path}`);
}

/** The address of the server for this machine. */
export function addressOf({ ANJI_HOST, ANJI_PORT }: Environment): string {
  const everywhere = ANJI_HOST === "0.0.0.0" || ANJI_HOST === "::";
  const host = everywhere ? "127.0.0.1" : ANJI_HOST;
  return `http://${host.includes(":") ? `[${host}]` : host}:${ANJI_PORT}`;
}
