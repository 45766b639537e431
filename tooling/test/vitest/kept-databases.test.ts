import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkout } from "../../checkout.ts";

const at = (path: string) => JSON.stringify(join(checkout, "tooling", path));
const CONFIG = `import { judgedDatabases } from ${at("vitest/judged-databases.ts")};
export default {
  test: { pool: "forks", globalSetup: [${at("vitest/global-setup.ts")}], reporters: ["default", judgedDatabases()] },
};`;

/** A test file that writes its name into a database of its own, and then fails or not. */
const planted = (name: string, isRight: boolean) => `import { testDatabase } from "@anji/testing";
import postgres from "postgres";
import { beforeAll, expect, test } from "vitest";
let sql;
beforeAll(async () => {
  sql = postgres((await testDatabase()).ownerUrl, { max: 1 });
});
test("${name}", async () => {
  await sql\`create table left_behind as select \${"${name}"}::text as by\`;
  await sql.end();
  expect(true).toBe(${isRight});
});`;

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "anji-kept-"));
  symlinkSync(join(checkout, "tooling", "node_modules"), join(directory, "node_modules"));
  writeFileSync(join(directory, "vitest.config.ts"), CONFIG);
  writeFileSync(join(directory, "right.test.ts"), planted("right", true));
  writeFileSync(join(directory, "wrong.test.ts"), planted("wrong", false));
});
afterAll(() => rmSync(directory, { recursive: true }));

type Started = { readonly child: ChildProcess; output(): string };

function start(list: readonly string[], cwd: string): Started {
  const child = spawn(process.execPath, list, {
    cwd,
    // A server of its own: none of what this run made is named to it.
    env: { PATH: process.env.PATH, NO_COLOR: "1", ANJI_TEST_KEPT: join(directory, "kept") },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (part) => (text += String(part)));
  return { child, output: () => text };
}

async function run(files: readonly string[]): Promise<string> {
  const started = start([join(checkout, "node_modules", "vitest", "vitest.mjs"), "run", ...files], directory);
  await once(started.child, "close");
  return started.output();
}

test("the database of a failed file is kept, named and opened again, until the next run", async () => {
  const said = await run(["right.test.ts", "wrong.test.ts"]);
  const kept = [...said.matchAll(/Kept (anji_test_\w+), a database of \S*(\w{5})\.test\.ts\. To open it: (.*)/g)];
  expect(kept.map(([, , file, way]) => [file, way])).toEqual([["wrong", `npm test -- --open ${kept[0]?.[1]}`]]);
  const name = kept[0]?.[1] ?? "";

  const opened = start([join(checkout, "tooling", "test.ts"), "--open", name], checkout);
  await expect.poll(opened.output).toContain("Open until Ctrl-C");
  const sql = postgres(/psql (\S+)/.exec(opened.output())?.[1] ?? "", { max: 1 });
  expect([...(await sql`select by from left_behind`)]).toEqual([{ by: "wrong" }]);
  expect([...(await sql`select datname from pg_database where datname like 'anji_test_%'`)]).toEqual([
    { datname: name },
  ]);
  await sql.end();
  opened.child.kill("SIGINT");
  await once(opened.child, "close");

  const place = readFileSync(join(directory, "kept"), "utf8");
  expect(existsSync(place)).toBe(true);
  expect(await run(["right.test.ts"])).not.toContain("Kept");
  expect([existsSync(place), existsSync(join(directory, "kept"))]).toEqual([false, false]);
});
