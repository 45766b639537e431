import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readEnvironment } from "../env.ts";
import { type EmbeddedPostgres, freePort, startPostgres } from "../postgres/index.ts";
import { openDatabase } from "./database.ts";

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

test("an owner that may not make the app role is told of both ways out", async () => {
  expect(await toldOf({ DATABASE_URL: foreign.ownerUrl })).toMatch(
    /Give it CREATEROLE, or make .+ set DATABASE_APP_URL/,
  );
});

test("an owner that may make roles, but not change the one another made, is told the same", async () => {
  const owner = await otherOwner();
  expect(await toldOf({ DATABASE_URL: owner })).toMatch(/Give it CREATEROLE, or make .+ set DATABASE_APP_URL/);
});

/** A role with CREATEROLE that did not make anji_app. */
async function otherOwner(): Promise<string> {
  const admin = postgres(adminUrl, { max: 1, database: "anji" });
  await admin`create role other_owner login createrole password 'other'`;
  await admin`grant connect on database anji to other_owner`;
  await admin.end();
  return changed(foreign.ownerUrl, (url) => Object.assign(url, { username: "other_owner", password: "other" }));
}

test("the server does not run as a role that row-level security would not bind", async () => {
  const told = await toldOf({ DATABASE_URL: foreign.ownerUrl, DATABASE_APP_URL: adminUrl });
  expect(told).toContain("may bypass row-level security");
});
