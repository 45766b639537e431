import { setTimeout as sleep } from "node:timers/promises";
import { connect } from "@anji/database";
import { type DisposablePostgres, startDisposablePostgres } from "@anji/tooling/disposable-postgres";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";

const writers = 8;
const crashes = 6;
const resumeMilliseconds = 2_000;
/** The last outage is long enough to refuse every writer many times. */
const outagesMilliseconds = [0, 0, 0, 0, 0, 3_000];

let database: DisposablePostgres;
const uncaught: unknown[] = [];
const record = (error: unknown) => uncaught.push(error);

beforeAll(async () => {
  process.on("uncaughtException", record);
  process.on("unhandledRejection", record);
  database = await startDisposablePostgres({ durability: "durable" });
  const owner = postgres(database.ownerUrl, { max: 1 });
  await owner`create table written (writer int, number int, part int, padding text, primary key (writer, number, part))`;
  await owner`grant select, insert on written to anji_app`;
  await owner.end();
});

afterAll(async () => {
  process.off("uncaughtException", record);
  process.off("unhandledRejection", record);
  await database.destroy();
});

test("six abrupt database restarts under eight writers lose no acknowledged write and stop no process", async () => {
  const { sql, end } = connect({ url: database.appUrl, connections: writers, applicationName: "database-crash" });
  const run = { sql, isOver: false, acknowledged: new Set<string>(), lastAt: new Map<number, number>() };
  const running = Array.from({ length: writers }, (_, writer) => writeUntilOver(run, writer));
  const resumedWithin: number[] = [];
  for (let crash = 0; crash < crashes; crash++) {
    await sleep(700);
    await database.stop("immediate");
    await sleep(outagesMilliseconds[crash]);
    await database.startAgain();
    resumedWithin.push(await everyWriterResumes(run.lastAt, performance.now()));
  }
  await sleep(300);
  run.isOver = true;
  await Promise.all(running);
  const stored = await sql<{ key: string; parts: number }[]>`
    select writer || ':' || number as key, count(*)::int as parts from written group by writer, number`;
  await end();

  const keys = new Set(stored.map((row) => row.key));
  expect(uncaught, "errors nobody could catch").toEqual([]);
  expect(Math.max(...resumedWithin), `milliseconds until all write again: ${resumedWithin}`).toBeLessThanOrEqual(
    resumeMilliseconds,
  );
  expect(
    [...run.acknowledged].filter((key) => !keys.has(key)),
    "acknowledged and lost",
  ).toEqual([]);
  expect(
    stored.filter((row) => row.parts !== 2),
    "transactions of which only a part was stored",
  ).toEqual([]);
  expect(run.acknowledged.size).toBeGreaterThan(writers * crashes * 10);
});

type Run = {
  readonly sql: postgres.Sql;
  isOver: boolean;
  readonly acknowledged: Set<string>;
  readonly lastAt: Map<number, number>;
};

async function writeUntilOver(run: Run, writer: number): Promise<void> {
  for (let number = 0; !run.isOver; number++) {
    try {
      await writeBothParts(run.sql, writer, number);
      run.acknowledged.add(`${writer}:${number}`);
      run.lastAt.set(writer, performance.now());
    } catch (error) {
      // A refusal for any other reason than the outage is a mistake of this test or of the driver.
      if (!isOutage(error)) throw error;
      await sleep(5);
    }
  }
}

// Most crashes happen in the pause inside the transaction. Half of the transactions send more than one packet.
async function writeBothParts(sql: postgres.Sql, writer: number, number: number): Promise<void> {
  const padding = "安".repeat(writer % 2 === 0 ? 1 : 700);
  await sql.begin(async (tx) => {
    await tx`insert into written values (${writer}, ${number}, 1, ${padding})`;
    await sleep(number % 3);
    await tx`insert into written values (${writer}, ${number}, 2, ${padding})`;
  });
}

function isOutage(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return /^(CONNECTION_(CLOSED|DESTROYED)|CONNECT_TIMEOUT|ECONNREFUSED|ECONNRESET|EPIPE|57P0\d)$/.test(code);
}

async function everyWriterResumes(lastAt: ReadonlyMap<number, number>, from: number): Promise<number> {
  const limit = from + 20_000;
  while (performance.now() < limit) {
    const instants = Array.from({ length: writers }, (_, writer) => lastAt.get(writer) ?? 0);
    if (instants.every((instant) => instant > from)) return Math.round(Math.max(...instants) - from);
    await sleep(10);
  }
  return Number.POSITIVE_INFINITY;
}
