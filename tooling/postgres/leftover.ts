import { spawnSync } from "node:child_process";
import { readlinkSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { readIfPresent } from "../secrets.ts";

const patienceMilliseconds = 20_000;

/**
 * A killed launcher may leave its database running, or only its lock file. The caller holds the launcher's lock, so a
 * server of this cluster now belongs to nobody.
 */
export async function clearLeftover(cluster: string): Promise<"nothing" | "stopped" | "lock file"> {
  const lockFile = join(cluster, "postmaster.pid");
  const pid = Number((readIfPresent(lockFile) ?? "").split("\n")[0]);
  if (!pid) return "nothing";
  if (!serves(pid, cluster)) {
    rmSync(lockFile, { force: true });
    return "lock file";
  }
  for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"] as const) {
    kill(pid, signal);
    if (await ends(pid, cluster)) return "stopped";
  }
  throw new Error(`A PostgreSQL left running on ${cluster} (process ${pid}) cannot be stopped.`);
}

async function ends(pid: number, cluster: string): Promise<boolean> {
  const limit = performance.now() + patienceMilliseconds;
  while (performance.now() < limit) {
    if (!serves(pid, cluster)) return true;
    await sleep(50);
  }
  return false;
}

// A server's working directory is its cluster; a process id used again by another program has a different one.
function serves(pid: number, cluster: string): boolean {
  if (process.platform === "linux") return workingDirectory(pid) === realpathSync(cluster);
  const { stdout } = spawnSync("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8" });
  return stdout.includes(cluster);
}

function workingDirectory(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}
