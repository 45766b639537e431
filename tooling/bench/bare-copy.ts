import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import postgres from "postgres";
import { z } from "zod";
import { timed } from "./measure.ts";

/** The tables a ledger sheet fills, and which of their rows an import has written. */
const TABLES = [
  { name: "finding", ofImport: (importId: string) => `import_id = '${importId}'` },
  {
    name: "finding_line",
    ofImport: (importId: string) => `finding_id in (select id from findings.finding where import_id = '${importId}')`,
  },
  { name: "settlement", ofImport: (importId: string) => `import_id = '${importId}'` },
] as const;
const PROVINCE_PATH = "13";

type CopiedRows = { table: string; columns: string; rows: Buffer };

export type BareCopy = {
  /** Copies the rows of an import into the full tables; answers the milliseconds. */
  intoFull(importId: string): Promise<number>;
  /** The same into tables without a row. */
  intoEmpty(importId: string): Promise<number>;
  end(): Promise<void>;
};

/**
 * Tables beside the product's own, once as full as the ledger, once empty. They have the same columns, checks and
 * indexes, but no triggers, foreign keys or row-level security. A copy is one transaction.
 */
export async function openBareCopy(installation: { ownerUrl: string; appUrl: string }): Promise<BareCopy> {
  const owner = postgres(installation.ownerUrl, { max: 1, onnotice: () => undefined });
  const app = postgres(installation.appUrl, { max: 1, onnotice: () => undefined });
  const schemas = ["bench_full", "bench_empty"] as const;
  const dropAll = () => owner.unsafe(schemas.map((schema) => `drop schema if exists ${schema} cascade`).join("; "));
  await dropAll();
  for (const { name } of TABLES) {
    await owner.unsafe(
      `create schema if not exists bench_empty; create table bench_empty.${name} (like findings.${name} including all)`,
    );
    await makeFullTable(owner, name);
  }
  const copied = async (schema: (typeof schemas)[number], importId: string) => {
    const parts: CopiedRows[] = [];
    for (const { name, ofImport } of TABLES)
      parts.push(await rowsOf(app, { table: name, condition: ofImport(importId) }));
    return timed(() => owner.begin((tx) => copyIn(tx, { schema, parts })));
  };
  return {
    intoFull: (importId) => copied("bench_full", importId),
    intoEmpty: async (importId) => {
      await owner.unsafe(`truncate ${TABLES.map(({ name }) => `bench_empty.${name}`).join(", ")}`);
      return copied("bench_empty", importId);
    },
    end: async () => {
      await dropAll();
      await Promise.all([owner.end(), app.end()]);
    },
  };
}

async function makeFullTable(owner: postgres.Sql, table: string): Promise<void> {
  await owner.unsafe("create schema if not exists bench_full");
  await owner.unsafe(`create table bench_full.${table} (like findings.${table} including all excluding indexes)`);
  const columns = await writtenColumns(owner, table);
  // Only here may the owner read its own table; elsewhere the policies apply to it.
  await owner.unsafe(`alter table findings.${table} no force row level security`);
  await owner.unsafe(`insert into bench_full.${table} (${columns}) select ${columns} from findings.${table}`);
  await owner.unsafe(`alter table findings.${table} force row level security`);
  const indexes = await owner`select indexdef from pg_indexes where schemaname = 'findings' and tablename = ${table}`;
  for (const { indexdef } of z.array(z.object({ indexdef: z.string() })).parse(indexes)) {
    await owner.unsafe(indexdef.replace(/INDEX \S+ ON findings\./, "INDEX ON bench_full."));
  }
  await owner.unsafe(`vacuum (analyze) bench_full.${table}`);
}

async function copyIn(
  tx: postgres.TransactionSql,
  { schema, parts }: { schema: string; parts: readonly CopiedRows[] },
): Promise<void> {
  for (const { table, columns, rows } of parts) {
    await pipeline(
      Readable.from([rows]),
      await tx.unsafe(`copy ${schema}.${table} (${columns}) from stdin`).writable(),
    );
  }
}

async function rowsOf(
  app: postgres.Sql,
  { table, condition }: { table: string; condition: string },
): Promise<CopiedRows> {
  return app.begin("read only", async (tx) => {
    await tx`select set_config('app.path', ${PROVINCE_PATH}, true)`;
    const columns = await writtenColumns(tx, table);
    const chunks: Buffer[] = [];
    const stream = await tx
      .unsafe(`copy (select ${columns} from findings.${table} where ${condition}) to stdout`)
      .readable();
    for await (const chunk of stream) chunks.push(Buffer.from(chunk));
    return { table, columns, rows: Buffer.concat(chunks) };
  });
}

/** Every column but the generated ones. */
async function writtenColumns(sql: postgres.ISql, table: string): Promise<string> {
  const rows = await sql`
    select attname as name from pg_attribute
    where attrelid = ${`findings.${table}`}::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`;
  return z
    .array(z.object({ name: z.string() }))
    .parse(rows)
    .map(({ name }) => `"${name}"`)
    .join(", ");
}
