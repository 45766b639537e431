import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readEnvironment } from "../../env.ts";
import { type EmbeddedPostgres, freePort, startPostgres } from "../../postgres/index.ts";
import { openDatabase } from "../../launcher/database.ts";

let directory: string;
let foreign: EmbeddedPostgres;
let adminUrl: string;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "anji-foreign-"));
  chmodSync(directory, 0o711);
  foreign = await startPostgres({ directory, port: 0, durability: "disposable" });
  const password = readFileSync(join(directory, "secrets", "postgres-admin"), "utf8");
  adminUrl = changed(foreign.ownerUrl, (url) => Object.assign(url, { username: "postgres", password }));
});

afterAll(async () => {
  await foreign.stop("fast");
  rmSync(directory, { recursive: true });
});

/** The message of a start on this database. */
async function toldOf(variables: Readonly<Record<string, string>>): Promise<string> {
  const opened = openDatabase(readEnvironment({ ANJI_DATA_DIRECTORY: join(directory, "launcher"), ...variables }));
  return opened.then(
    () => "opened",
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
}

function changed(url: string, change: (url: URL) => void): string {
  const other = new URL(url);
  change(other);
  return other.href;
}

test("a PostgreSQL that does not answer is told by its variable and address, never with its password", async () => {
  const port = String(await freePort());
  const told = await toldOf({ DATABASE_URL: changed(foreign.ownerUrl, (url) => (url.port = port)) });
  expect(told).toContain(`The PostgreSQL of DATABASE_URL (127.0.0.1:${port}/anji as anji_owner) cannot be used: `);
  expect(told).toContain("ECONNREFUSED");
  expect(told).not.toContain(new URL(foreign.ownerUrl).password);
});

test("a wrong password or a database that is not there is told the same way", async () => {
  const wrong = changed(foreign.ownerUrl, (url) => (url.password = "wrong"));
  expect(await toldOf({ DATABASE_URL: wrong })).toMatch(/DATABASE_URL .+ password authentication failed/);
  const absent = changed(foreign.ownerUrl, (url) => (url.pathname = "/absent"));
  expect(await toldOf({ DATABASE_URL: absent })).toMatch(/DATABASE_URL .+"absent" does not exist/);
  const app = {
    DATABASE_URL: foreign.ownerUrl,
    DATABASE_APP_URL: changed(foreign.appUrl, (url) => (url.password = "wrong")),
  };
  expect(await toldOf(app)).toMatch(/DATABASE_APP_URL .+ password authentication failed/);
});

test("an app role that is there keeps its password: another installation may be running with it", async () => {
  expect(await toldOf({ DATABASE_URL: foreign.ownerUrl })).toMatch(/its password is not changed.+DATABASE_APP_URL/);
  expect(await toldOf({ DATABASE_URL: foreign.ownerUrl, DATABASE_APP_URL: foreign.appUrl })).toBe("opened");
});

test("an owner that may not make the app role is told of both ways out", async () => {
  await asAdmin((admin) => admin.unsafe("drop owned by anji_app; drop role anji_app"));
  expect(await toldOf({ DATABASE_URL: foreign.ownerUrl })).toMatch(
    /Give it CREATEROLE, or make .+ set DATABASE_APP_URL/,
  );
});

test("an owner that may make roles makes it once; a start from elsewhere is refused and changes nothing", async () => {
  await asAdmin((admin) => admin.unsafe("alter role anji_owner createrole"));
  const variables = { DATABASE_URL: foreign.ownerUrl };
  expect(await toldOf(variables)).toBe("opened");
  const elsewhere = { ...variables, ANJI_DATA_DIRECTORY: join(directory, "elsewhere") };
  expect(await toldOf(elsewhere)).toMatch(/its password is not changed/);
  expect(await toldOf(variables)).toBe("opened");
});

async function asAdmin(act: (admin: postgres.Sql) => Promise<unknown>): Promise<void> {
  const admin = postgres(adminUrl, { max: 1, database: "anji" });
  await act(admin);
  await admin.end();
}

test("the server does not run as a role that row-level security would not bind", async () => {
  const told = await toldOf({ DATABASE_URL: foreign.ownerUrl, DATABASE_APP_URL: adminUrl });
  expect(told).toContain("may bypass row-level security");
});
