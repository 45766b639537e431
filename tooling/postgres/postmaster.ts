import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { readIfPresent } from "../secrets.ts";
import { binary } from "./binaries.ts";
import type { Placement } from "./placement.ts";

export type StopMode = "fast" | "immediate";
export type Postmaster = { stop(mode: StopMode): Promise<void>; readonly exited: Promise<void> };

const stopSignals = { fast: "SIGINT", immediate: "SIGQUIT" } as const satisfies Record<StopMode, NodeJS.Signals>;
const startLimitMilliseconds = 60_000;
const stopLimitMilliseconds = 30_000;
const logBytesMax = 10_000_000;

export type PostmasterOptions = {
  readonly placement: Placement;
  readonly port: number;
  readonly logFile: string;
  readonly settings: Readonly<Record<string, string>>;
};

/** Starts the server process and returns once it accepts connections. */
export async function startPostmaster(options: PostmasterOptions): Promise<Postmaster> {
  const { placement, port, settings } = options;
  const log = openLog(options.logFile);
  const from = statSync(options.logFile).size;
  const flags = { listen_addresses: "127.0.0.1", unix_socket_directories: "", port: String(port), ...settings };
  const child = spawn(
    binary(placement.binaries, "postgres"),
    ["-D", placement.cluster, ...Object.entries(flags).flatMap(([name, value]) => ["-c", `${name}=${value}`])],
    // A group of its own: Ctrl-C in the terminal must reach the launcher, which stops the database last.
    {
      ...placement.account,
      cwd: "/",
      env: { LC_ALL: "C", PATH: process.env.PATH },
      stdio: ["ignore", log, log],
      detached: true,
    },
  );
  closeSync(log);
  const exited = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
  const isReady = await becomesReady(child, placement.cluster);
  if (!isReady) {
    child.kill("SIGQUIT");
    throw new PostmasterFailure((readIfPresent(options.logFile) ?? "").slice(from).split("\n").slice(-15).join("\n"));
  }
  const keeper = keepWatch(child, placement);
  child.unref();
  return { exited, stop: (mode) => stop({ child, exited, keeper, mode }) };
}

export class PostmasterFailure extends Error {
  constructor(log: string) {
    super(`PostgreSQL did not start:\n${log}`);
  }
}

// postmaster.pid as pg_ctl reads it: line 1 is the process, line 8 its state.
async function becomesReady(child: ChildProcess, cluster: string): Promise<boolean> {
  const limit = performance.now() + startLimitMilliseconds;
  while (performance.now() < limit && child.exitCode === null && child.signalCode === null && child.pid) {
    const lines = (readIfPresent(join(cluster, "postmaster.pid")) ?? "").split("\n");
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === "ready") return true;
    await sleep(20);
  }
  return false;
}

// If this process is killed the pipe closes, and the shell stops the database: nothing is left running.
function keepWatch(child: ChildProcess, placement: Placement): ChildProcess {
  const keeper = spawn("/bin/sh", ["-c", 'read _; kill -INT "$1"', "sh", String(child.pid)], {
    ...placement.account,
    cwd: "/",
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  keeper.unref();
  return keeper;
}

async function stop(options: {
  child: ChildProcess;
  exited: Promise<void>;
  keeper: ChildProcess;
  mode: StopMode;
}): Promise<void> {
  const { child, exited } = options;
  options.keeper.kill("SIGKILL");
  const isGone = () => child.exitCode !== null || child.signalCode !== null;
  if (isGone()) return;
  child.ref();
  child.kill(stopSignals[options.mode]);
  await Promise.race([exited, sleep(stopLimitMilliseconds, undefined, { ref: false })]);
  if (isGone()) return;
  child.kill("SIGQUIT");
  await exited;
}

function openLog(path: string): number {
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > logBytesMax) renameSync(path, `${path}.1`);
  return openSync(path, "a", 0o600);
}
