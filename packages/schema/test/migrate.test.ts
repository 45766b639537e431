import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { testDatabase } from "@anji/testing";
import postgres from "postgres";
import { describe, expect, it } from "vitest";
import { migrate } from "../src/index.ts";

const room = fileURLToPath(new URL("..", import.meta.url));

describe("migrating", () => {
  it("a database that is up to date changes nothing, however many servers start at once", async () => {
    const { ownerUrl } = await testDatabase();
    const before = await shapeOf(ownerUrl);
    const starts = await Promise.all([1, 2, 3].map(() => migrate({ ownerUrl, appRole: "anji_app" })));
    expect(starts.map((start) => start.applied)).toEqual([[], [], []]);
    expect(await shapeOf(ownerUrl)).toEqual(before);
  });

  it("has a migration for everything the tables define", async () => {
    const copy = await mkdtemp(join(tmpdir(), "anji-migrations-"));
    try {
      await cp(join(room, "migrations"), copy, { recursive: true });
      const known = await readdir(copy);
      const drizzleKit = join(createRequire(import.meta.url).resolve("drizzle-kit"), "../bin.cjs");
      await promisify(execFile)(
        process.execPath,
        [
          drizzleKit,
          "generate",
          "--dialect",
          "postgresql",
          "--schema",
          "../*/src/tables.ts",
          "--out",
          relative(room, copy),
        ],
        { cwd: room },
      );
      expect(await readdir(copy)).toEqual(known);
    } finally {
      await rm(copy, { recursive: true });
    }
  });
});

/** Columns, policies, checks and grants of every table, in a stable order. */
async function shapeOf(url: string): Promise<unknown[]> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  const schemas = sql`not in ('pg_catalog', 'information_schema', 'pg_toast')`;
  const shape = [
    await sql`select table_schema, table_name, column_name, data_type, is_nullable from information_schema.columns
      where table_schema ${schemas} order by 1, 2, 3`,
    await sql`select schemaname, tablename, policyname, cmd, qual, with_check from pg_policies order by 1, 2, 3`,
    await sql`select conrelid::regclass::text as name, conname, pg_get_constraintdef(oid) from pg_constraint order by 1, 2`,
    await sql`select table_schema, table_name, grantee, privilege_type from information_schema.table_privileges
      where table_schema ${schemas} order by 1, 2, 3, 4`,
  ];
  await sql.end();
  return shape.map((rows) => [...rows]);
}
