import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statfsSync, statSync } from "node:fs";
import { freemem, tmpdir } from "node:os";
import { join } from "node:path";
import type { Durability } from "./cluster.ts";
import { type EmbeddedPostgres, startPostgres } from "./index.ts";

export { freePort } from "./index.ts";

const prefix = "anji-test-";
const inMemory = "/dev/shm";
const roomBytesMin = 6_000_000_000;
const forgottenAfterMilliseconds = 24 * 60 * 60 * 1000;

export type DisposablePostgres = EmbeddedPostgres & {
  /** Where its secrets lie; enough to start it again. */
  readonly directory: string;
  destroy(): Promise<void>;
};

/**
 * A PostgreSQL of its own in a temporary directory; `destroy` leaves nothing behind. Only a durable one survives an
 * abrupt stop undamaged.
 */
export async function startDisposablePostgres(options: { durability: Durability }): Promise<DisposablePostgres> {
  removeForgotten();
  const directory = mkdtempSync(join(place(), prefix));
  // The account that runs PostgreSQL for root must be able to pass through.
  chmodSync(directory, 0o711);
  const started = await startPostgres({ directory, port: 0, durability: options.durability });
  return {
    ...started,
    directory,
    async destroy() {
      await started.stop("immediate");
      for (const path of [started.cluster, directory]) rmSync(path, { recursive: true, force: true });
    },
  };
}

/** Memory where there is enough: a test run makes and drops many databases, which is slow on disks. */
function place(): string {
  const { bavail, bsize } = existsSync(inMemory) ? statfsSync(inMemory) : { bavail: 0, bsize: 0 };
  return bavail * bsize > roomBytesMin && freemem() > roomBytesMin ? inMemory : tmpdir();
}

/** A run that was killed could not clean up after itself. */
function removeForgotten(): void {
  for (const parent of [tmpdir(), inMemory].filter((candidate) => existsSync(candidate)))
    for (const name of readdirSync(parent).filter((entry) => entry.startsWith(prefix)))
      removeIfForgotten(join(parent, name));
}

function removeIfForgotten(path: string): void {
  const { uid, mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? { uid: null, mtimeMs: 0 };
  const isOurs = uid === process.getuid?.();
  if (isOurs && Date.now() - mtimeMs > forgottenAfterMilliseconds) rmSync(path, { recursive: true, force: true });
}
