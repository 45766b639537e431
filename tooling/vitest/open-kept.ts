import { testDatabases, withDatabase } from "@anji/testing/databases";
import postgres from "postgres";
import { startPostgres } from "../postgres/index.ts";
import { keptRun } from "./kept-run.ts";

/** Starts the PostgreSQL of the failed run that is kept and says where its databases are, until `over`. */
export async function openKept(wanted: { name: string | undefined; over: Promise<void> }): Promise<number> {
  const directory = keptRun();
  if (directory === null) return said("No failed run is kept.");
  const server = await startPostgres({ directory, port: 0, durability: "disposable" });
  const sql = postgres(server.ownerUrl, { max: 1 });
  const failed = (await testDatabases(sql)).filter(({ outcome }) => outcome === "failed");
  await sql.end();
  const shown = failed.filter(({ name }) => wanted.name === undefined || name === wanted.name);
  const urls = shown.map(({ name }) => `psql ${withDatabase(server.ownerUrl, name)}\n`);
  if (urls.length === 0) {
    await server.stop("fast");
    return said(`Kept are: ${failed.map(({ name }) => name).join(", ")}.`);
  }
  process.stdout.write(`${urls.join("")}Open until Ctrl-C.\n`);
  // Nothing else keeps this process: the server it waits for is one of its own.
  const waiting = setInterval(() => undefined, 60_000);
  await wanted.over;
  clearInterval(waiting);
  await server.stop("fast");
  return 0;
}

function said(text: string): number {
  process.stdout.write(`${text}\n`);
  return 1;
}
