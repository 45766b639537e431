import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Durability } from "./cluster.ts";
import { type EmbeddedPostgres, startPostgres } from "./index.ts";

const prefix = "anji-test-";
const forgottenAfterMilliseconds = 24 * 60 * 60 * 1000;

export type DisposablePostgres = EmbeddedPostgres & { destroy(): Promise<void> };

/** A PostgreSQL of its own in a temporary directory; `destroy` leaves nothing behind. Only a durable one survives an abrupt stop whole. */
export async function startDisposablePostgres(options: { durability: Durability }): Promise<DisposablePostgres> {
  removeForgotten();
  const directory = mkdtempSync(join(tmpdir(), prefix));
  // The account that runs PostgreSQL for root must be able to pass through.
  chmodSync(directory, 0o711);
  const started = await startPostgres({ directory, port: 0, durability: options.durability });
  return {
    ...started,
    async destroy() {
      await started.stop("immediate");
      for (const path of [started.cluster, directory]) rmSync(path, { recursive: true, force: true });
    },
  };
}

/** A run that was killed could not clean up after itself. */
function removeForgotten(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const path = join(tmpdir(), name);
    const { uid, mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? { uid: null, mtimeMs: 0 };
    const isOurs = uid === process.getuid?.();
    if (isOurs && Date.now() - mtimeMs > forgottenAfterMilliseconds) rmSync(path, { recursive: true, force: true });
  }
}
