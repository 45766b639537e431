import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { checkout } from "../checkout.ts";
import type { DisposablePostgres } from "../postgres/disposable.ts";
import { clearLeftover } from "../postgres/leftover.ts";
import { place } from "../postgres/placement.ts";
import { readIfPresent } from "../secrets.ts";

/** Names the directory of the one failed run whose databases are kept. */
function pointer(): string {
  return process.env.ANJI_TEST_KEPT ?? join(checkout, "node_modules", ".anji-kept-tests");
}

/** Stops a run's PostgreSQL and keeps it, in place of the run that was kept before. */
export async function keepRun(server: DisposablePostgres): Promise<void> {
  await server.stop("fast");
  await clearKeptRun();
  mkdirSync(dirname(pointer()), { recursive: true });
  writeFileSync(pointer(), server.directory);
}

export function keptRun(): string | null {
  return readIfPresent(pointer());
}

/** The next run clears what the last one kept, though somebody may have it open. */
export async function clearKeptRun(): Promise<void> {
  const directory = keptRun();
  if (directory === null) return;
  const { cluster } = place({ directory });
  await clearLeftover(cluster);
  for (const path of [cluster, directory, pointer()]) rmSync(path, { recursive: true, force: true });
}
