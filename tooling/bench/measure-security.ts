import postgres from "postgres";
import { z } from "zod";
import type { FloorCase } from "./floor-cases.ts";
import type { Installation } from "./installation.ts";
import { type LedgerCase, type Reader, READERS } from "./ledger-cases.ts";
import { type Comparison, compare, comparison, quantile, timed } from "./measure.ts";

const RUNS = { page: 60, sums: 11 } as const;
const WARM_UP = { page: 10, sums: 2 } as const;
const BY_ID_RUNS = 2000;
const BY_ID = "select * from findings.finding where id = $1 and region_path >= $2 and region_path < $3";
/** Tables of the measured statements; their owner is freed from the policies for the comparison. */
const TABLES = ["findings.finding", "findings.finding_line", "jurisdictions.unit"] as const;

type Roles = { bound: postgres.Sql; free: postgres.Sql };

/** The same statements sent directly to the database by a role under the policies and by one without them. */
export async function* measureSecurity(
  installation: Installation,
  cases: readonly LedgerCase[],
): AsyncGenerator<Comparison, void, undefined> {
  const bound = postgres(installation.appUrl, { max: 1, onnotice: () => undefined });
  const free = postgres(installation.ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    for (const table of TABLES) await free.unsafe(`alter table ${table} no force row level security`);
    for (const one of cases) yield await comparedStatements({ bound, free }, one);
    for (const reader of READERS) yield await comparedById({ bound, free }, reader);
  } finally {
    for (const table of TABLES) await free.unsafe(`alter table ${table} force row level security`);
    await Promise.all([bound.end(), free.end()]);
  }
}

function comparedStatements({ bound, free }: Roles, one: LedgerCase): Promise<Comparison> {
  return compare({
    name: `row-level security: ${one.name}`,
    bar: null,
    runs: RUNS[one.part],
    warmUp: WARM_UP[one.part],
    ours: () => answered(bound, one.floor),
    floors: [() => answered(free, one.floor)],
  });
}

function answered(sql: postgres.Sql, { path, statements }: FloorCase): Promise<unknown> {
  return sql.begin("read only", async (tx) => {
    await tx`select set_config('app.path', ${path}, true)`;
    for (const { text, params } of statements) await tx.unsafe(text, params);
  });
}

/** One finding by its id, the 99th percentile of many. */
async function comparedById({ bound, free }: Roles, { level, actor }: Reader): Promise<Comparison> {
  const area = [actor.path, `${actor.path}/`] as const;
  const ids = await bound.begin("read only", async (tx) => {
    await tx`select set_config('app.path', ${actor.path}, true)`;
    return tx`select id from findings.finding where region_path >= ${area[0]} and region_path < ${area[1]} order by id desc limit ${BY_ID_RUNS}`;
  });
  const ours: number[] = [];
  const floor: number[] = [];
  for (const { id } of z.array(z.object({ id: z.uuid() })).parse(ids)) {
    ours.push(
      await timed(() => answered(bound, { path: actor.path, statements: [{ text: BY_ID, params: [id, ...area] }] })),
    );
    floor.push(
      await timed(() => answered(free, { path: actor.path, statements: [{ text: BY_ID, params: [id, ...area] }] })),
    );
  }
  const name = `row-level security: by id, 99th percentile, ${level}`;
  return comparison({ name, bar: null, runs: ours.length, ours: quantile(ours, 0.99), floor: quantile(floor, 0.99) });
}
