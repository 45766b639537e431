import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate } from "@anji/schema";
import postgres from "postgres";
import { z } from "zod";
import { runOnce } from "../launcher/child.ts";
import { type Log, openLog } from "../launcher/log.ts";
import { appRole, freePort, startPostgres } from "../postgres/index.ts";
import { keptSecret, readIfPresent } from "../secrets.ts";
import { generateFindings } from "./generate-findings.ts";

const SEED = 2008;
const PROVINCE_PATH = "13";

/** The benchmark's own durable PostgreSQL with the demonstration and the generated ledger. */
export type Installation = {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly campaignId: string;
  readonly directory: string;
  readonly log: Log;
  /** The environment of the server's programs. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Where the server answers once it runs. */
  readonly address: string;
  stop(): Promise<void>;
};

type Opening = { rows: number; directory: string | null; signal: AbortSignal; say: (text: string) => void };

export async function openInstallation(options: Opening): Promise<Installation> {
  const directory = options.directory ?? mkdtempSync(join(tmpdir(), "anji-bench-"));
  mkdirSync(directory, { recursive: true });
  // The account that runs PostgreSQL for root must be able to pass through.
  chmodSync(directory, 0o711);
  const database = await startPostgres({ directory, port: 0, durability: "durable" });
  const stop = async () => {
    await database.stop("fast");
    if (options.directory === null)
      for (const path of [database.cluster, directory]) rmSync(path, { recursive: true, force: true });
  };
  try {
    await migrate({ ownerUrl: database.ownerUrl, appRole });
    const log = openLog(join(directory, "logs", "bench.log"));
    const port = await freePort();
    const environment = serverEnvironment({ directory, appUrl: database.appUrl, port });
    const { ownerUrl, appUrl } = database;
    const campaignId = await fill({ ...options, directory, environment, log, ownerUrl, appUrl });
    return { ownerUrl, appUrl, campaignId, directory, log, environment, address: `http://127.0.0.1:${port}`, stop };
  } catch (cause) {
    await stop();
    throw cause;
  }
}

function serverEnvironment(options: {
  directory: string;
  appUrl: string;
  port: number;
}): Record<string, string | undefined> {
  return {
    ...process.env,
    DATABASE_URL: options.appUrl,
    ANJI_HOST: "127.0.0.1",
    ANJI_PORT: String(options.port),
    ANJI_DATA_DIRECTORY: options.directory,
    ANJI_SECRET: keptSecret({ directory: join(options.directory, "secrets"), name: "session" }),
    ANJI_CONSOLE_DIRECTORY: undefined,
    ANJI_LOG_LEVEL: "error",
  };
}

type Filling = Opening & {
  directory: string;
  environment: Installation["environment"];
  log: Log;
  ownerUrl: string;
  appUrl: string;
};

/** Fills a new installation; a kept one must hold as many rows as are asked for. */
async function fill(options: Filling): Promise<string> {
  const { directory, rows, signal, say } = options;
  const marker = join(directory, "generated-rows");
  const kept = readIfPresent(marker);
  if (kept !== null && kept !== String(rows))
    throw new Error(`${directory} holds ${kept} generated findings, not ${rows}.`);
  if (kept === null) {
    say("Loading the demonstration campaign …");
    const loader = {
      name: "loader",
      script: "apps/demonstration/src/main.ts",
      environment: options.environment,
    };
    const code = await runOnce({ ...loader, log: options.log, signal });
    signal.throwIfAborted();
    if (code !== 0) throw new Error(`The demonstration could not be loaded:\n${options.log.tail("loader")}`);
  }
  const sql = postgres(options.appUrl, { max: 1, onnotice: () => undefined });
  try {
    const campaignId = await soleCampaign(sql);
    if (kept === null) {
      const generated = await generateFindings(sql, {
        campaignId,
        rows,
        seed: SEED,
        onProgress: (done) => progress(options, done),
      });
      say(`Generated ${rows} findings in ${Math.round(generated.seconds)} s.`);
      await settle(options.ownerUrl);
      writeFileSync(marker, String(rows));
    }
    return campaignId;
  } finally {
    await sql.end();
  }
}

function progress({ rows, signal, say }: Opening, done: number): void {
  signal.throwIfAborted();
  if (done % 100_000 === 0) say(`Generated ${done} of ${rows} findings …`);
}

async function soleCampaign(sql: postgres.Sql): Promise<string> {
  const rows = await sql.begin(async (tx) => {
    await tx`select set_config('app.path', ${PROVINCE_PATH}, true)`;
    return tx`select id from campaign.campaign limit 2`;
  });
  const [only] = z
    .array(z.object({ id: z.uuid() }))
    .length(1)
    .parse(rows);
  return only?.id ?? "";
}

/** What autovacuum would have done before people work with such a ledger. */
async function settle(ownerUrl: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    for (const table of ["finding", "finding_line", "settlement"])
      await sql.unsafe(`vacuum (analyze) findings.${table}`);
    await sql.unsafe("analyze");
    await sql.unsafe("checkpoint").catch(() => undefined); // the owner may need a right for it on some versions
  } finally {
    await sql.end();
  }
}
