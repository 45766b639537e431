import { migrate } from "@anji/schema";
import postgres from "postgres";
import { appRole } from "../postgres/index.ts";
import { startDisposablePostgres } from "../postgres/disposable.ts";
import { templateName, withDatabase } from "@anji/testing";

/** Makes the migrated template once; every test file then takes a copy of its own. */
export async function setup(): Promise<() => Promise<void>> {
  const own = process.env.ANJI_TEST_OWNER_URL ? null : await startDisposablePostgres({ durability: "disposable" });
  if (own) {
    process.env.ANJI_TEST_OWNER_URL = own.ownerUrl;
    process.env.ANJI_TEST_APP_URL = own.appUrl;
    process.env.ANJI_TEST_APP_ROLE = appRole;
  }
  // A broken migration fails the tests that ask for a database, and only those.
  process.env.ANJI_TEST_TEMPLATE_ERROR = await makeTemplate(
    process.env.ANJI_TEST_OWNER_URL ?? "",
    process.env.ANJI_TEST_APP_ROLE ?? appRole,
  ).then(
    () => "",
    (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error)),
  );
  return async () => own?.destroy();
}

async function makeTemplate(ownerUrl: string, role: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  await sql.unsafe(`drop database if exists ${templateName} with (force)`);
  await sql.unsafe(`create database ${templateName}`);
  await sql.end();
  await migrate({ ownerUrl: withDatabase(ownerUrl, templateName), appRole: role });
}
