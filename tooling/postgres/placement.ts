import { randomUUID } from "node:crypto";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { readIfPresent } from "../secrets.ts";
import { type Account, canEnter, canRun, databaseAccount } from "./account.ts";
import { type Binaries, binary, packagedBinaries } from "./binaries.ts";

export type Placement = { readonly cluster: string; readonly account: Account; readonly binaries: Binaries };

/**
 * Where the cluster is and which account runs it. The database's account cannot enter a checkout below /root. Cluster
 * and binaries then move to a place it can enter, and the data directory keeps a pointer.
 */
export function place(options: { directory: string }): Placement {
  mkdirSync(options.directory, { recursive: true });
  const pointer = join(options.directory, "postgres-location");
  const cluster = readIfPresent(pointer) ?? join(options.directory, "postgres");
  const account = databaseAccount({ cluster });
  const binaries = reachableBinaries(account);
  if (claimed(cluster, account)) return { cluster, account, binaries };
  const elsewhere = join(sharedPlace(account), `cluster-${randomUUID()}`);
  if (!claimed(elsewhere, account))
    throw new Error(`The database's account can enter neither ${cluster} nor ${elsewhere}.`);
  writeFileSync(pointer, elsewhere);
  return { cluster: elsewhere, account, binaries };
}

function claimed(cluster: string, account: Account): boolean {
  mkdirSync(dirname(cluster), { recursive: true });
  mkdirSync(cluster, { recursive: true, mode: 0o700 });
  if (!account && statSync(cluster).uid !== process.getuid?.())
    throw new Error(
      `The database in ${cluster} belongs to another user of this machine; start as that user or set ANJI_DATA_DIRECTORY.`,
    );
  if (account) {
    chownSync(cluster, account.uid, account.gid);
    chmodSync(cluster, 0o700);
  }
  if (canEnter(account, cluster)) return true;
  if (!existsSync(join(cluster, "PG_VERSION"))) rmSync(cluster, { recursive: true });
  return false;
}

function reachableBinaries(account: Account): Binaries {
  const packaged = packagedBinaries();
  if (!account || canRun(account, binary(packaged, "postgres"))) return packaged;
  const copy = { directory: join(sharedPlace(account), `postgresql-${packaged.version}`), version: packaged.version };
  if (!canRun(account, binary(copy, "postgres"))) {
    const draft = `${copy.directory}.${process.pid}`;
    cpSync(packaged.directory, draft, { recursive: true, verbatimSymlinks: true });
    rmSync(copy.directory, { recursive: true, force: true });
    renameSync(draft, copy.directory);
  }
  if (!canRun(account, binary(copy, "postgres")))
    throw new Error(`${binary(copy, "postgres")} does not run on this machine.`);
  return copy;
}

function sharedPlace(account: Account): string {
  for (const candidate of ["/var/lib/anji", join(tmpdir(), "anji")]) {
    try {
      mkdirSync(candidate, { recursive: true });
      // In the temporary directory anybody may have made it first, and would own what root then runs.
      const made = lstatSync(candidate);
      if (!made.isDirectory() || made.uid !== process.getuid?.()) continue;
      chmodSync(candidate, 0o755);
      if (canEnter(account, candidate)) return candidate;
    } catch (error) {
      if (!(error instanceof Error && "code" in error)) throw error;
    }
  }
  throw new Error(
    "Neither /var/lib/anji nor a directory of our own in the temporary directory can be entered by the account that runs PostgreSQL.",
  );
}
