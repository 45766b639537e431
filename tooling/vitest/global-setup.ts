import { relative } from "node:path";
import { migrate } from "@anji/schema";
import {
  dropDatabase,
  dropIfPossible,
  isInUse,
  templateName,
  testDatabases,
  withDatabase,
} from "@anji/testing/databases";
import postgres from "postgres";
import { checkout } from "../checkout.ts";
import { type DisposablePostgres, startDisposablePostgres } from "../postgres/disposable.ts";
import { appRole } from "../postgres/index.ts";
import { clearKeptRun, keepRun } from "./kept-run.ts";

/** Makes the migrated template once, for whichever project asks first; every test file then takes its own copy. */
export async function setup(): Promise<(() => Promise<void>) | undefined> {
  const { ANJI_TEST_TEMPLATE_ERROR: made, ANJI_TEST_OWNER_URL: server } = process.env;
  if (made !== undefined && server !== undefined) return undefined;
  await clearKeptRun();
  const own = process.env.ANJI_TEST_OWNER_URL ? null : await startDisposablePostgres({ durability: "disposable" });
  if (own) {
    process.env.ANJI_TEST_OWNER_URL = own.ownerUrl;
    process.env.ANJI_TEST_APP_URL = own.appUrl;
    process.env.ANJI_TEST_APP_ROLE = appRole;
  }
  const ownerUrl = process.env.ANJI_TEST_OWNER_URL ?? "";
  // A broken migration fails the tests that ask for a database, and only those.
  process.env.ANJI_TEST_TEMPLATE_ERROR = await makeTemplate(ownerUrl, process.env.ANJI_TEST_APP_ROLE ?? appRole).then(
    () => "",
    (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error)),
  );
  return () => keepFailed(ownerUrl, own);
}

async function makeTemplate(ownerUrl: string, role: string): Promise<void> {
  await asOwner(ownerUrl, async (sql) => {
    for (const { name } of await testDatabases(sql)) if (!isInUse(name)) await dropIfPossible(sql, name);
    await dropDatabase(sql, templateName);
    await sql.unsafe(`create database ${templateName}`);
  });
  await migrate({ ownerUrl: withDatabase(ownerUrl, templateName), appRole: role });
}

/** Names the databases of failed files and keeps them until the next run. */
async function keepFailed(ownerUrl: string, own: DisposablePostgres | null): Promise<void> {
  const failed = await asOwner(ownerUrl, async (sql) => {
    const made = await testDatabases(sql);
    const bad = made.filter(({ outcome }) => outcome === "failed");
    // A server of our own without failed databases goes away as a whole.
    const passed = own !== null && bad.length === 0 ? [] : made.filter(({ outcome }) => outcome === "passed");
    for (const { name } of passed) await dropIfPossible(sql, name);
    return bad;
  });
  for (const { name, file } of failed) {
    const way = own === null ? "It is on the server of ANJI_TEST_OWNER_URL." : `To open it: npm test -- --open ${name}`;
    process.stdout.write(`Kept ${name}, a database of ${relative(checkout, file)}. ${way}\n`);
  }
  await (failed.length === 0 ? own?.destroy() : own && keepRun(own));
}

async function asOwner<Answer>(ownerUrl: string, act: (sql: postgres.Sql) => Promise<Answer>): Promise<Answer> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  return act(sql).finally(() => sql.end());
}
