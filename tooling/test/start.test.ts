import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { checkout } from "../checkout.ts";
import { buildConsole } from "../launcher/console-build.ts";
import { startDisposablePostgres } from "../postgres/disposable.ts";
import { freePort } from "../postgres/index.ts";

let directory: string;
let port: number;
const running = new Set<ChildProcess>();

type Launch = { readonly child: ChildProcess; output(): string };

beforeAll(async () => {
  await buildConsole({ signal: new AbortController().signal });
  directory = mkdtempSync(join(tmpdir(), "anji-start-"));
  chmodSync(directory, 0o711);
  port = await freePort();
});

afterAll(async () => {
  for (const child of running) {
    child.kill("SIGTERM");
    if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  }
  rmSync(directory, { recursive: true });
});

function launch(environment: Readonly<Record<string, string>>, options: readonly string[]): Launch {
  const child = spawn(process.execPath, [join(checkout, "tooling", "start.ts"), ...options], {
    env: { PATH: process.env.PATH, ANJI_DATA_DIRECTORY: directory, ANJI_PORT: String(port), ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (part) => (text += String(part)));
  return { child, output: () => text };
}

async function launchUntilReady(): Promise<Launch> {
  return untilReady(launch({}, ["--empty"]));
}

async function untilReady(started: Launch): Promise<Launch> {
  await expect.poll(started.output, { message: "the address is printed" }).toContain("Anji is running at");
  return started;
}

async function stopped({ child, output }: Launch): Promise<{ code: number | null; output: string }> {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  running.delete(child);
  return { code: child.exitCode, output: output() };
}

async function isReady(): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => null);
  return answer?.ok ?? false;
}

test("one command brings up a ready server with its console, and Ctrl-C takes all of it down", async () => {
  const first = await launchUntilReady();
  expect(await isReady()).toBe(true);
  const page = await fetch(`http://127.0.0.1:${port}/`);
  expect(await page.text()).toContain("<title>");
  first.child.kill("SIGINT");
  expect((await stopped(first)).code).toBe(0);
  expect(await isReady()).toBe(false);
});

test("a second launcher on the same data directory is refused and disturbs nothing", async () => {
  const first = await launchUntilReady();
  const second = await stopped(launch({ ANJI_PORT: String(await freePort()) }, ["--empty"]));
  expect(second.code).toBe(1);
  expect(second.output).toContain(`Anji is already running on ${directory}`);
  expect(await isReady()).toBe(true);
  first.child.kill("SIGTERM");
  expect((await stopped(first)).code).toBe(0);
});

test("a killed launcher takes its server with it and blocks no next start", async () => {
  const first = await launchUntilReady();
  first.child.kill("SIGKILL");
  await stopped(first);
  await expect.poll(isReady, { message: "the orphaned server ends" }).toBe(false);
  const second = await launchUntilReady();
  expect(await isReady()).toBe(true);
  second.child.kill("SIGINT");
  expect((await stopped(second)).code).toBe(0);
});

test("a port in use is named before anything is started", async () => {
  const first = await launchUntilReady();
  const other = mkdtempSync(join(directory, "other-"));
  const second = await stopped(launch({ ANJI_DATA_DIRECTORY: other }, ["--empty"]));
  expect(second.code).toBe(1);
  expect(second.output).toMatch(new RegExp(`ANJI_PORT ${port} cannot be used`));
  first.child.kill("SIGINT");
  await stopped(first);
});

test("another PostgreSQL is used as it is, and a start with --empty leaves it empty for good", async () => {
  const other = mkdtempSync(join(directory, "foreign-"));
  const database = await startDisposablePostgres({ durability: "disposable" });
  onTestFinished(() => database.destroy());
  const { ownerUrl, appUrl } = database;
  const environment = { ANJI_DATA_DIRECTORY: other, DATABASE_URL: ownerUrl, DATABASE_APP_URL: appUrl };
  const states: unknown[] = [];
  for (const options of [["--empty"], []]) {
    const started = await untilReady(launch(environment, options));
    const answer = await fetch(`http://localhost:${port}/trpc/jurisdictions.install.state`);
    states.push(await answer.json());
    started.child.kill("SIGINT");
    const { code, output } = await stopped(started);
    expect(code).toBe(0);
    expect(output).toContain("PostgreSQL on 127.0.0.1/");
    expect(output).not.toContain(new URL(ownerUrl).password);
  }
  expect(states).toMatchObject(Array.from({ length: 2 }, () => ({ result: { data: { isEmpty: true } } })));
  expect(readdirSync(other)).not.toContain("postgres.log");
});
