import { mkdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { migrate } from "@anji/schema";
import { EnvironmentError, type Environment, readEnvironment } from "./env.ts";
import { keepRunning, runOnce } from "./launcher/child.ts";
import { buildConsole } from "./launcher/console-build.ts";
import { type Database, openDatabase } from "./launcher/database.ts";
import { type Installation, readInstallation } from "./launcher/installation.ts";
import { beginLifetime, type Lifetime } from "./launcher/lifetime.ts";
import { holdLock, type Lock } from "./launcher/lock.ts";
import { type Log, openLog } from "./launcher/log.ts";
import { addressOf, becomesReady, serverEnvironment } from "./launcher/server.ts";
import { keepWorker } from "./launcher/worker.ts";

type Launch = {
  readonly environment: Environment;
  readonly lifetime: Lifetime;
  readonly log: Log;
  readonly lock: Lock;
  readonly installation: Installation;
  readonly isEmpty: boolean;
  /** What must be stopped, in the order it was started. */
  readonly stops: (() => Promise<void>)[];
};

process.exitCode = await main();

async function main(): Promise<number> {
  const stops: (() => Promise<void>)[] = [];
  const lifetime = beginLifetime();
  try {
    const launch = await prepare(lifetime, stops);
    await run(launch);
    return 0;
  } catch (error) {
    if (lifetime.signal.aborted) return 0;
    say(explain(error));
    return 1;
  } finally {
    lifetime.end();
    if (stops.length > 0) say("Stopping …");
    for (const stop of stops.toReversed()) await stop();
  }
}

/** An outside error says enough in its message; only our own mistake needs its trace. */
function explain(error: unknown): string {
  const isDefect = error instanceof TypeError || error instanceof ReferenceError || error instanceof RangeError;
  if (isDefect) return error.stack ?? error.message;
  return error instanceof Error ? error.message : String(error);
}

async function prepare(lifetime: Lifetime, stops: Launch["stops"]): Promise<Launch> {
  const unknown = process.argv.slice(2).filter((argument) => argument !== "--empty");
  if (unknown.length > 0)
    throw new EnvironmentError(`Unknown option ${unknown.join(" ")}; npm start knows only -- --empty.`);
  const environment = readEnvironment(process.env);
  const directory = environment.ANJI_DATA_DIRECTORY;
  mkdirSync(directory, { recursive: true });
  const lock = await holdLock(directory);
  await requireFreePort(environment);
  return {
    environment,
    lifetime,
    lock,
    log: openLog(join(directory, "logs", "anji.log")),
    installation: readInstallation({ directory, foreignUrl: environment.DATABASE_URL }),
    isEmpty: process.argv.includes("--empty"),
    stops,
  };
}

async function run(launch: Launch): Promise<void> {
  const { lifetime, stops, log } = launch;
  const console = buildConsole({ signal: lifetime.signal });
  // Its failure is handled below, when the database can be stopped.
  console.catch(() => undefined);
  const database = await openDatabase(launch.environment);
  stops.push(() => database.stop());
  say(`Database: ${database.description}`);
  if (launch.installation.state === "cut short") await startOver(launch, database);
  const { applied } = await migrate({ ownerUrl: database.ownerUrl, appRole: database.appRole });
  if (applied.length > 0) say(`Applied ${applied.length} migrations.`);
  const environment = serverEnvironment(launch.environment, database);
  await fill(launch, environment);
  if (await console) say("Built the console.");
  lifetime.signal.throwIfAborted();
  const server = keepRunning({ name: "server", script: "apps/server/src/main.ts", environment, log });
  stops.push(() => server.stop());
  const address = addressOf(launch.environment);
  await becomesReady({ address, gaveUp: server.gaveUp, signal: lifetime.signal, log });
  launch.lock.announce(address);
  const worker = keepWorker({ directory: launch.environment.ANJI_DATA_DIRECTORY, address, log });
  stops.push(() => worker.stop());
  announce(launch, address);
  const failure = await Promise.race([
    lifetime.over.then(() => null),
    database.gaveUp.then(() => "PostgreSQL keeps ending by itself; see postgres.log in the data directory."),
    server.gaveUp.then(() => `The server keeps crashing:\n${log.tail("server")}`),
    worker.gaveUp.then(() => `The worker keeps crashing:\n${log.tail("worker")}`),
  ]);
  if (failure) throw new Error(`${failure}\nSee ${log.path}`);
}

/** Nobody has worked in a half-loaded demonstration, because the server starts only after the load. */
async function startOver({ installation, environment }: Launch, database: Database): Promise<void> {
  if (!database.empty)
    throw new Error(
      `Loading the demonstration was cut short. Empty the database of DATABASE_URL, then remove ${installation.marker}.`,
    );
  say("Loading the demonstration was cut short earlier; starting over.");
  await database.empty();
  for (const made of ["files", "worker-key", "demonstration-accounts.json"])
    rmSync(join(environment.ANJI_DATA_DIRECTORY, made), { recursive: true, force: true });
}

/** The first start decides what the database holds; a later one changes nothing. */
async function fill(launch: Launch, environment: Record<string, string | undefined>): Promise<void> {
  const { installation, log, lifetime } = launch;
  if (installation.state === "made") return;
  if (launch.isEmpty) return installation.record("empty");
  const clock = showElapsed("Loading the demonstration campaign …");
  installation.record("loading");
  const loader = { name: "loader", script: "apps/demonstration/src/main.ts", environment, log };
  const code = await runOnce({ ...loader, signal: lifetime.signal });
  clock.stop();
  lifetime.signal.throwIfAborted();
  if (code !== 0) throw new Error(`The demonstration could not be loaded:\n${log.tail("loader")}\nSee ${log.path}`);
  installation.record("demonstration");
}

function announce(launch: Launch, address: string): void {
  const { environment, installation, log } = launch;
  const accounts = installation.accounts();
  say(`\nAnji is running at ${environment.ANJI_PUBLIC_URL ?? address}\n`);
  const widest = Math.max(...accounts.map((account) => account.username.length), 0);
  for (const { username, password, who } of accounts) say(`  ${username.padEnd(widest)}  ${password}  ${who}`);
  if (accounts.length > 0) say("");
  else if (launch.isEmpty) say("The first visit creates the first administrators.\n");
  say(`Log: ${log.path}\nCtrl-C stops everything.`);
}

function requireFreePort({ ANJI_HOST, ANJI_PORT }: Environment): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) =>
      reject(
        new EnvironmentError(`ANJI_HOST ${ANJI_HOST} with ANJI_PORT ${ANJI_PORT} cannot be used: ${error.message}`),
      ),
    );
    probe.listen(ANJI_PORT, ANJI_HOST, () => probe.close(() => resolve()));
  });
}

/** On a terminal the seconds count up; elsewhere the text is printed once. */
function showElapsed(text: string): { stop(): void } {
  const startedAt = performance.now();
  const isTerminal = process.stdout.isTTY;
  const line = () => `${text} ${Math.round((performance.now() - startedAt) / 1000)} s`;
  process.stdout.write(isTerminal ? text : `${text}\n`);
  const timer = setInterval(() => isTerminal && process.stdout.write(`\r${line()}`), 1_000);
  return {
    stop() {
      clearInterval(timer);
      if (isTerminal) say(`\r${line()}`);
    },
  };
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
