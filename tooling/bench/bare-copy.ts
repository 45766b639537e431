import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import postgres from "postgres";
import { z } from "zod";
import { timed } from "./measure.ts";

/** The tables a ledger sheet fills, and which of their rows an import has written. */
const TABLES = [
  { name: "finding", ofImport: (importId: string) => `import_id = '${importId}'` },
  { name: "finding_line", ofImport: (importId: string) => `finding_id in (select id from findings.finding where import_id = '${importId}')` },
  { name: "settlement", ofImport: (importId: string) => `import_id = '${importId}'` },
] as const;
const PROVINCE_PATH = "13";

type CopiedTable = { name: string; columns: string; rows: Buffer };

export type BareCopy = {
  /** Copies the rows of an import into emptied tables, all in one transaction; answers the milliseconds. */
  time(importId: string): Promise<number>;
  end(): Promise<void>;
};

/** Tables beside the product's own, with their columns, checks and indexes; no triggers, no row-level security. */
export async function openBareCopy(installation: { ownerUrl: string; appUrl: string }): Promise<BareCopy> {
  const owner = postgres(installation.ownerUrl, { max: 1, onnotice: () => undefined });
  const app = postgres(installation.appUrl, { max: 1, onnotice: () => undefined });
  await owner.unsafe("drop schema if exists bench cascade");
  await owner.unsafe("create schema bench");
  for (const { name } of TABLES) await owner.unsafe(`create table bench.${name} (like findings.${name} including all)`);
  return {
    time: async (importId) => {
      const tables = await Promise.all(TABLES.map((table) => rowsOf(app, { ...table, condition: table.ofImport(importId) })));
      await owner.unsafe(`truncate ${TABLES.map(({ name }) => `bench.${name}`).join(", ")}`);
      return timed(() => owner.begin((tx) => copyIn(tx, tables)));
    },
    end: async () => {
      await owner.unsafe("drop schema bench cascade");
      await Promise.all([owner.end(), app.end()]);
    },
  };
}

async function copyIn(tx: postgres.TransactionSql, tables: readonly CopiedTable[]): Promise<void> {
  for (const { name, columns, rows } of tables) {
    await pipeline(Readable.from([rows]), await tx.unsafe(`copy bench.${name} (${columns}) from stdin`).writable());
  }
}

async function rowsOf(app: postgres.Sql, table: { name: string; condition: string }): Promise<CopiedTable> {
  return app.begin("read only", async (tx) => {
    await tx`select set_config('app.path', ${PROVINCE_PATH}, true)`;
    const columns = await writtenColumns(tx, table.name);
    const chunks: Buffer[] = [];
    const stream = await tx.unsafe(`copy (select ${columns} from findings.${table.name} where ${table.condition}) to stdout`).readable();
    for await (const chunk of stream) chunks.push(Buffer.from(chunk));
    return { name: table.name, columns, rows: Buffer.concat(chunks) };
  });
}

/** Every column but the generated ones. */
async function writtenColumns(tx: postgres.TransactionSql, table: string): Promise<string> {
  const rows = await tx`
    select attname as name from pg_attribute
    where attrelid = ${`findings.${table}`}::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`;
  return z.array(z.object({ name: z.string() })).parse(rows).map(({ name }) => `"${name}"`).join(", ");
}

