import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type Caller, callerOf, signedIn } from "./caller.ts";
import { type Installation, openInstallation } from "./installation.ts";
import { pageCases, type Reader, READERS, sumCases } from "./ledger-cases.ts";
import { measureExport } from "./measure-export.ts";
import { measureImport } from "./measure-import.ts";
import { measureRead } from "./measure-reads.ts";
import { measureSecurity } from "./measure-security.ts";
import type { Comparison } from "./measure.ts";
import type { BenchOptions } from "./options.ts";
import { isHeld, lineOf, writeReport } from "./report.ts";
import { startFloor, startProduct } from "./servers.ts";

const ADMINISTRATOR = "sheng.guanli";
const CLERK = "sheng.jingban";

/** Fills a database, starts the servers, measures what is asked for and prints the table. */
export async function runBench(options: BenchOptions, signal: AbortSignal): Promise<{ missed: number }> {
  const installation = await openInstallation({ ...options, signal, say });
  const stops = [() => installation.stop()];
  try {
    say("Starting the server …");
    const product = await startProduct(installation, signal);
    stops.push(() => product.stop());
    const results = await measure({ installation, options, signal });
    if (options.writes) writeReport(results, { rows: options.rows, on: new Date().toISOString().slice(0, 10) });
    return { missed: results.filter((one) => !isHeld(one)).length };
  } finally {
    for (const stop of stops.toReversed()) await stop();
  }
}

type Bench = { installation: Installation; options: BenchOptions; signal: AbortSignal };

async function measure(bench: Bench): Promise<Comparison[]> {
  const { installation, options } = bench;
  const results: Comparison[] = [];
  const took = (measured: readonly Comparison[]) => {
    for (const one of measured) say(lineOf(one));
    results.push(...measured);
  };
  const wantsReads = (["page", "sums", "security"] as const).some((part) => options.parts.includes(part));
  if (wantsReads) await measureLedger(bench, took);
  const clerk = callerOf(installation.address, await signedIn(installation.address, accountOf(installation, CLERK)));
  if (options.parts.includes("export")) took([await measureExport(installation, clerk)]);
  if (options.parts.includes("import")) took(await measureImport(installation, clerk));
  clerk.close();
  return results;
}

async function measureLedger(
  { installation, options, signal }: Bench,
  took: (measured: readonly Comparison[]) => void,
): Promise<void> {
  const { appUrl, campaignId } = installation;
  const callers = await readersOf(installation);
  const cases = [
    ...(await pageCases({ appUrl, campaignId, callers })),
    ...(await sumCases({ appUrl, campaignId, callers })),
  ];
  const floor = await startFloor(installation, { cases: new Map(cases.map((one) => [one.key, one.floor])), signal });
  try {
    for (const one of cases)
      if (options.parts.includes(one.part)) took([await measureRead(one, { floorAddress: floor.address, callers })]);
    if (options.parts.includes("security")) for await (const one of measureSecurity(installation, cases)) took([one]);
  } finally {
    await floor.stop();
    for (const caller of callers.values()) caller.close();
  }
}

/** A service key for the reader of each level, issued by the province's administrator. */
async function readersOf(installation: Installation): Promise<Map<Reader, Caller>> {
  const office = callerOf(
    installation.address,
    await signedIn(installation.address, accountOf(installation, ADMINISTRATOR)),
  );
  const callers = new Map<Reader, Caller>();
  for (const reader of READERS) {
    const { unitCode, name } = reader.actor;
    const issued = await office.mutate("jurisdictions.people.issueServiceKey", {
      commandId: crypto.randomUUID(),
      name,
      unitCode,
      role: "observer",
    });
    const { key } = z.object({ key: z.string() }).parse(issued);
    callers.set(reader, callerOf(installation.address, { "x-api-key": key }));
  }
  office.close();
  return callers;
}

const accounts = z.array(z.object({ username: z.string(), password: z.string() }));

function accountOf({ directory }: Installation, username: string): { username: string; password: string } {
  const all = accounts.parse(JSON.parse(readFileSync(join(directory, "demonstration-accounts.json"), "utf8")));
  const account = all.find((one) => one.username === username);
  if (account === undefined) throw new Error(`the demonstration has no ${username}`);
  return account;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
