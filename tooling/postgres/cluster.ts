import { spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { binary } from "./binaries.ts";
import type { Placement } from "./placement.ts";

export type Durability = "durable" | "disposable";

/** Settings for a cluster of tests, which never outlives its run. */
const withoutSafety = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  wal_level: "minimal",
  max_wal_senders: "0",
};

export function serverSettings(durability: Durability): Readonly<Record<string, string>> {
  const shared = { timezone: "UTC", log_timezone: "UTC", max_connections: "200", log_checkpoints: "off" };
  return durability === "durable" ? { ...shared, shared_buffers: "256MB" } : { ...shared, ...withoutSafety };
}

/** Makes the cluster at the first start, beside its final place; a rename moves it there when it is complete. */
export function makeCluster(options: { placement: Placement; password: string; durability: Durability }): void {
  const { cluster, account, binaries } = options.placement;
  if (existsSync(join(cluster, "PG_VERSION"))) return;
  const draft = `${cluster}.making`;
  const passwordFile = `${cluster}.password`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, options.password, { mode: 0o600 });
  if (account) for (const path of [draft, passwordFile]) chownSync(path, account.uid, account.gid);
  const flags = {
    pgdata: draft,
    username: "postgres",
    pwfile: passwordFile,
    auth: "scram-sha-256",
    encoding: "UTF8",
    // Code-point order: the same on every machine, with any installed locales.
    locale: "C",
    "locale-provider": "builtin",
    "builtin-locale": "C.UTF-8",
  };
  const list = Object.entries(flags).map(([name, value]) => `--${name}=${value}`);
  if (options.durability === "disposable") list.push("--no-sync");
  const environment = { LC_ALL: "C", PATH: process.env.PATH };
  const made = spawnSync(binary(binaries, "initdb"), list, {
    ...account,
    cwd: "/",
    env: environment,
    encoding: "utf8",
  });
  rmSync(passwordFile, { force: true });
  if (made.status !== 0)
    throw new Error(`The database could not be made in ${cluster}: ${made.error?.message ?? made.stderr}`);
  renameSync(draft, cluster);
}
