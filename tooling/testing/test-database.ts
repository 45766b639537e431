import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { templateName, withDatabase } from "./database-names.ts";

const prefix = "anji_test_";

export type TestDatabase = {
  /** Owner of every table; passes migrations and checks, not row-level security. */
  readonly ownerUrl: string;
  /** The restricted role the server runs as. */
  readonly appUrl: string;
  drop(): Promise<void>;
};

/**
 * The test file's own database, copied from the migrated template. Dropping it is optional: a later file drops what
 * ended files left.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const ownerUrl = fromSetUp("ANJI_TEST_OWNER_URL");
  const appUrl = fromSetUp("ANJI_TEST_APP_URL");
  const broken = process.env.ANJI_TEST_TEMPLATE_ERROR;
  if (broken) throw new Error(`The template of the test databases could not be made: ${broken}`);
  const name = `${prefix}${process.pid}_${randomBytes(6).toString("hex")}`;
  const asOwner = async (act: (sql: postgres.Sql) => Promise<unknown>) => {
    const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
    await act(sql).finally(() => sql.end());
  };
  await asOwner(async (sql) => {
    await dropAbandoned(sql);
    await sql.unsafe(`create database ${name} template ${templateName}`);
  });
  return {
    ownerUrl: withDatabase(ownerUrl, name),
    appUrl: withDatabase(appUrl, name),
    drop: () => asOwner((sql) => sql.unsafe(`drop database if exists ${name} with (force)`)),
  };
}

/** Each test file has a process of its own; what ended processes left would fill the disk. */
async function dropAbandoned(sql: postgres.Sql): Promise<void> {
  const rows = await sql<
    { name: string }[]
  >`select datname as name from pg_database where datname like ${`${prefix}%`}`;
  for (const { name } of rows) {
    if (isRunning(Number(name.slice(prefix.length).split("_")[0]))) continue;
    // Another file may be dropping the same one at this moment.
    await sql.unsafe(`drop database if exists ${name} with (force)`).catch(() => undefined);
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function fromSetUp(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run vitest with --config tooling/vitest/vitest.config.ts.`);
  return value;
}
