import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Durability } from "./cluster.ts";
import { type EmbeddedPostgres, startPostgres } from "./index.ts";

export type DisposablePostgres = EmbeddedPostgres & { destroy(): Promise<void> };

/** A PostgreSQL of its own in a temporary directory; `destroy` leaves nothing behind. Only a durable one survives an abrupt stop whole. */
export async function startDisposablePostgres(options: { durability: Durability }): Promise<DisposablePostgres> {
  const directory = mkdtempSync(join(tmpdir(), "anji-test-"));
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
