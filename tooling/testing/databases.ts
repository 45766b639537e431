import { randomBytes } from "node:crypto";
import type postgres from "postgres";

export const templateName = "anji_template";
const prefix = "anji_test_";

/** How the test file of a database ended; a comment on the database says so, for a worker ends before its file is judged. */
export type Outcome = "running" | "passed" | "failed";

export type KeptDatabase = { readonly name: string; readonly outcome: string; readonly file: string };

/** The same server and role, another database. */
export function withDatabase(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}

/** A name for a database of this process. */
export function newDatabaseName(): string {
  return `${prefix}${process.pid}_${randomBytes(6).toString("hex")}`;
}

/** Every test database on a server, with the file it was made for. */
export async function testDatabases(sql: postgres.Sql): Promise<KeptDatabase[]> {
  const rows = await sql<{ name: string; note: string | null }[]>`
    select datname as name, shobj_description(oid, 'pg_database') as note
    from pg_database where datname like ${`${prefix}%`} order by datname`;
  return rows.map(({ name, note }) => {
    const [outcome = "", file = ""] = (note ?? "").split("\n");
    return { name, outcome, file };
  });
}

export async function noteOutcome(
  sql: postgres.Sql,
  database: { name: string; file: string; outcome: Outcome },
): Promise<void> {
  const note = `${database.outcome}\n${database.file}`.replaceAll("'", "''");
  await sql.unsafe(`comment on database ${database.name} is '${note}'`);
}

export async function dropDatabase(sql: postgres.Sql, name: string): Promise<void> {
  await sql.unsafe(`drop database if exists ${name} with (force)`);
}

/** The same where it may fail: a connection is still closing, or another file drops the same one. A later run drops it. */
export async function dropIfPossible(sql: postgres.Sql, name: string): Promise<void> {
  await dropDatabase(sql, name).catch(() => undefined);
}

/** Whether the process that made a database still runs. */
export function isInUse(name: string): boolean {
  try {
    return process.kill(Number(name.slice(prefix.length).split("_")[0]), 0);
  } catch {
    return false;
  }
}
