import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { templateName, withDatabase } from "./database-names.ts";

export type TestDatabase = {
  /** Owner of every table; passes migrations and checks, not row-level security. */
  readonly ownerUrl: string;
  /** The restricted role the server runs as. */
  readonly appUrl: string;
  drop(): Promise<void>;
};

/** A database of its own, copied from the migrated template. The run's PostgreSQL ends with the run, so dropping is optional. */
export async function testDatabase(): Promise<TestDatabase> {
  const ownerUrl = fromSetUp("ANJI_TEST_OWNER_URL");
  const appUrl = fromSetUp("ANJI_TEST_APP_URL");
  const broken = process.env.ANJI_TEST_TEMPLATE_ERROR;
  if (broken) throw new Error(`The template of the test databases could not be made: ${broken}`);
  const name = `anji_test_${randomBytes(6).toString("hex")}`;
  const asOwner = async (statement: string) => {
    const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
    await sql.unsafe(statement).finally(() => sql.end());
  };
  await asOwner(`create database ${name} template ${templateName}`);
  return {
    ownerUrl: withDatabase(ownerUrl, name),
    appUrl: withDatabase(appUrl, name),
    drop: () => asOwner(`drop database if exists ${name} with (force)`),
  };
}

function fromSetUp(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run vitest with --config tooling/vitest/vitest.config.ts.`);
  return value;
}
