import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { checkout } from "../checkout.ts";
import type { Log } from "./log.ts";

const restartsMax = 5;
/** A child that ran this long was healthy; its earlier crashes no longer count. */
const healthyMilliseconds = 60_000;
const restartDelayMilliseconds = 1_000;
const graceMilliseconds = 15_000;

export type Child = {
  /** Resolves when the child has crashed too often to be started again. */
  readonly gaveUp: Promise<void>;
  stop(): Promise<void>;
};

type ChildOptions = {
  readonly name: string;
  readonly script: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly log: Log;
};

/** Keeps one program running until it is stopped; a crash starts it again, a few times. */
export function keepRunning(options: ChildOptions): Child {
  const giveUp = Promise.withResolvers<void>();
  let isStopping = false;
  let current = launch(options);
  const supervise = async () => {
    for (let restarts = 0; ; restarts++) {
      const startedAt = performance.now();
      await ended(current);
      if (isStopping) return;
      if (performance.now() - startedAt > healthyMilliseconds) restarts = 0;
      if (restarts >= restartsMax) return giveUp.resolve();
      process.stdout.write(`  ${options.name} ended (${current.exitCode ?? current.signalCode}); starting it again\n`);
      await sleep(restartDelayMilliseconds);
      if (isStopping) return;
      current = launch(options);
    }
  };
  const supervised = supervise();
  return {
    gaveUp: giveUp.promise,
    async stop() {
      isStopping = true;
      await end(current);
      await supervised;
    },
  };
}

/** Runs a program once; the answer is its exit code. */
export async function runOnce(options: ChildOptions & { signal: AbortSignal }): Promise<number> {
  const child = launch(options);
  const abort = () => void end(child);
  options.signal.addEventListener("abort", abort);
  await ended(child);
  options.signal.removeEventListener("abort", abort);
  return child.exitCode ?? 1;
}

function launch({ name, script, environment, log }: ChildOptions): ChildProcess {
  const attached = join(checkout, "tooling", "launcher", "attached.ts");
  const child = spawn(process.execPath, ["--import", attached, script], {
    cwd: checkout,
    env: environment,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    // A group of its own: Ctrl-C reaches the launcher alone, which then stops everything in order.
    detached: true,
  });
  for (const output of [child.stdout, child.stderr]) if (output) log.follow(name, output);
  return child;
}

async function end(child: ChildProcess): Promise<void> {
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), graceMilliseconds);
  await ended(child);
  clearTimeout(timer);
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
}
