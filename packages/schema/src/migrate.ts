import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { contributed, guardingSql, tablePolicies } from "@anji/api";
import { installQueues } from "@anji/jobs/keeper";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { policyStatements } from "./policies.ts";

const MIGRATIONS = fileURLToPath(new URL("../migrations", import.meta.url));
/** Two servers that start at once migrate one after the other. */
const MIGRATION_LOCK = 7_306_441;

/** Brings a database up to this release as its owner, then grants the server's role its narrow rights. */
export async function migrate(options: { ownerUrl: string; appRole: string }): Promise<{ applied: readonly string[] }> {
  const sql = postgres(options.ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`;
    const before = await appliedHashes(sql);
    await applyMigrations(drizzle(sql), { migrationsFolder: MIGRATIONS, migrationsSchema: "migrations" });
    const after = await appliedHashes(sql);
    await sql.begin(async (tx) => {
      for (const file of guardingSql) await tx.unsafe(await readFile(file, "utf8"));
      for (const statement of policyStatements(tablePolicies, options.appRole)) await tx.unsafe(statement);
    });
    await installQueues({ ...options, jobs: contributed.jobs });
    return { applied: after.filter((hash) => !before.includes(hash)) };
  } finally {
    await sql.end();
  }
}

async function appliedHashes(sql: postgres.Sql): Promise<string[]> {
  const [exists] = await sql<
    { present: boolean }[]
  >`select to_regclass('migrations.__drizzle_migrations') is not null as present`;
  if (exists?.present !== true) return [];
  const rows = await sql<{ hash: string }[]>`select hash from migrations.__drizzle_migrations order by id`;
  return rows.map((row) => row.hash);
}
