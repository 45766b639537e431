import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type EmbeddedPostgres, startPostgres } from "../../postgres/index.ts";

let directory: string;
let running: EmbeddedPostgres;
const start = () => startPostgres({ directory, port: 0, durability: "disposable" });

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "anji-embedded-"));
  chmodSync(directory, 0o711);
  running = await start();
});

afterAll(async () => {
  await running.stop("fast");
  rmSync(directory, { recursive: true });
});

test("the server's role owns nothing, makes nothing and cannot pass row-level security", async () => {
  const sql = postgres(running.appUrl, { max: 1 });
  const [role] = await sql`
    select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin,
           (select count(*)::int from pg_class where relowner = pg_roles.oid) as owned
    from pg_roles where rolname = current_user`;
  await expect(sql`create table stolen (id int)`).rejects.toThrow(/permission denied/);
  await sql.end();
  expect(role).toEqual({
    rolsuper: false,
    rolbypassrls: false,
    rolcreaterole: false,
    rolcreatedb: false,
    rolcanlogin: true,
    owned: 0,
  });
});

test("the owner of the database is no superuser", async () => {
  const sql = postgres(running.ownerUrl, { max: 1 });
  const [row] = await sql`
    select rolsuper, rolbypassrls, pg_get_userbyid(datdba) = current_user as owns,
           pg_encoding_to_char(encoding) as encoding, datlocale as locale
    from pg_roles, pg_database where rolname = current_user and datname = current_database()`;
  await sql.end();
  expect(row).toEqual({ rolsuper: false, rolbypassrls: false, owns: true, encoding: "UTF8", locale: "C.UTF-8" });
});

test("passwords lie in files only their owner can read", () => {
  for (const name of ["postgres-admin", "postgres-owner", "postgres-app"])
    expect(statSync(join(directory, "secrets", name)).mode & 0o777).toBe(0o600);
});

test("a second start keeps what was written", async () => {
  const before = postgres(running.ownerUrl, { max: 1 });
  await before`create table kept (value text)`;
  await before`insert into kept values ('安基')`;
  await before.end();
  await running.stop("fast");
  running = await start();
  const after = postgres(running.ownerUrl, { max: 1 });
  expect([...(await after`select value from kept`)]).toEqual([{ value: "安基" }]);
  await after.end();
});

test("a lock file whose process is another program does not block the start", async () => {
  await running.stop("fast");
  writeFileSync(join(running.cluster, "postmaster.pid"), `${process.pid}\n${running.cluster}\n`);
  running = await start();
  const sql = postgres(running.appUrl, { max: 1 });
  expect([...(await sql`select 1 as one`)]).toEqual([{ one: 1 }]);
  await sql.end();
});

test("a killed launcher leaves no server behind, and one it could not stop is stopped by the next start", async () => {
  await running.stop("fast");
  const orphan = await killLauncher("only the launcher");
  await expect.poll(() => runs(orphan)).toBe(false);
  const stubborn = await killLauncher("its watch as well");
  await sleep(200);
  expect(runs(stubborn)).toBe(true);
  running = await start();
  expect(runs(stubborn)).toBe(false);
});

// An ended process that nobody has collected yet is still in the list.
function runs(pid: number): boolean {
  const path = `/proc/${pid}/stat`;
  return existsSync(path) && !/\) Z /.test(readFileSync(path, "utf8"));
}

/** Starts the server from another process, kills that process and answers the server's process id. */
async function killLauncher(what: "only the launcher" | "its watch as well"): Promise<number> {
  const script = `const { startPostgres } = await import(${JSON.stringify(new URL("../../postgres/index.ts", import.meta.url).href)});
    await startPostgres({ directory: ${JSON.stringify(directory)}, port: 0, durability: "disposable" });
    process.stdout.write("started"); setInterval(() => undefined, 1000);`;
  const launcher = spawn(process.execPath, ["--input-type=module", "--eval", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(launcher.stdout, "data");
  const children = readFileSync(`/proc/${launcher.pid}/task/${launcher.pid}/children`, "utf8")
    .trim()
    .split(" ")
    .map(Number);
  const server = Number(readFileSync(join(running.cluster, "postmaster.pid"), "utf8").split("\n")[0]);
  if (what === "its watch as well") for (const pid of children) if (pid !== server) process.kill(pid, "SIGKILL");
  launcher.kill("SIGKILL");
  await once(launcher, "exit");
  return server;
}
