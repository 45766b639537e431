import postgres from "postgres";
import { expect } from "vitest";
import {
  dropDatabase,
  dropIfPossible,
  isInUse,
  newDatabaseName,
  noteOutcome,
  templateName,
  testDatabases,
  withDatabase,
} from "./databases.ts";

export type TestDatabase = {
  /** Owner of every table; passes migrations and checks, not row-level security. */
  readonly ownerUrl: string;
  /** The restricted role the server runs as. */
  readonly appUrl: string;
  drop(): Promise<void>;
};

/**
 * The test file's own database, copied from the migrated template. Dropping it is optional: a later file drops what
 * passed files left.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const ownerUrl = fromSetUp("ANJI_TEST_OWNER_URL");
  const appUrl = fromSetUp("ANJI_TEST_APP_URL");
  const broken = process.env.ANJI_TEST_TEMPLATE_ERROR;
  if (broken) throw new Error(`The template of the test databases could not be made: ${broken}`);
  const name = newDatabaseName();
  const asOwner = async (act: (sql: postgres.Sql) => Promise<unknown>) => {
    const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
    await act(sql).finally(() => sql.end());
  };
  await asOwner(async (sql) => {
    await dropPassed(sql);
    await sql.unsafe(`create database ${name} template ${templateName}`);
    await noteOutcome(sql, { name, file: expect.getState().testPath ?? "", outcome: "running" });
  });
  return {
    ownerUrl: withDatabase(ownerUrl, name),
    appUrl: withDatabase(appUrl, name),
    drop: () => asOwner((sql) => dropDatabase(sql, name)),
  };
}

/** Each test file has a process of its own; what passed files left would fill the disk. */
async function dropPassed(sql: postgres.Sql): Promise<void> {
  for (const { name, outcome } of await testDatabases(sql)) {
    if (outcome !== "passed" || isInUse(name)) continue;
    await dropIfPossible(sql, name);
  }
}

function fromSetUp(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run vitest with --config tooling/vitest/vitest.config.ts.`);
  return value;
}
