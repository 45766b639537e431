import { join } from "node:path";
import type { Environment } from "../env.ts";
import { type EmbeddedPostgres, startPostgres } from "../postgres/index.ts";
import { checkServer, makeAppRole, appRole } from "../postgres/roles.ts";
import { keptSecret } from "../secrets.ts";

const restartsMax = 5;

export type Database = {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly appRole: string;
  readonly description: string;
  /** Deletes everything in it; null for a database that we may not empty. */
  readonly empty: (() => Promise<void>) | null;
  stop(): Promise<void>;
  /** Resolves when it has crashed too often to be started again. */
  readonly gaveUp: Promise<void>;
};

/** The embedded PostgreSQL, or the one DATABASE_URL names. */
export async function openDatabase(environment: Environment): Promise<Database> {
  if (environment.DATABASE_URL) return openForeignDatabase(environment, environment.DATABASE_URL);
  const directory = environment.ANJI_DATA_DIRECTORY;
  const embedded = await startPostgres({ directory, port: environment.ANJI_DATABASE_PORT, durability: "durable" });
  return {
    ownerUrl: embedded.ownerUrl,
    appUrl: embedded.appUrl,
    appRole,
    description: `embedded PostgreSQL on 127.0.0.1:${embedded.port}, data in ${embedded.cluster}`,
    empty: () => embedded.emptyDatabase(),
    stop: () => embedded.stop("fast"),
    gaveUp: keepUp(embedded),
  };
}

async function keepUp(embedded: EmbeddedPostgres): Promise<void> {
  for (let restarts = 0; restarts < restartsMax; restarts++) {
    await embedded.nextCrash();
    process.stdout.write("  PostgreSQL ended by itself; starting it again\n");
    await embedded.startAgain();
  }
  await embedded.nextCrash();
}

async function openForeignDatabase(environment: Environment, ownerUrl: string): Promise<Database> {
  const appUrl = environment.DATABASE_APP_URL ?? (await madeAppUrl(environment.ANJI_DATA_DIRECTORY, ownerUrl));
  await checkServer({ ownerUrl, appUrl });
  const { hostname, pathname, username } = new URL(appUrl);
  return {
    ownerUrl,
    appUrl,
    appRole: decodeURIComponent(username),
    description: `PostgreSQL on ${hostname}${pathname}`,
    empty: null,
    stop: async () => undefined,
    gaveUp: new Promise(() => undefined),
  };
}

async function madeAppUrl(directory: string, ownerUrl: string): Promise<string> {
  const password = keptSecret({ directory: join(directory, "secrets"), name: "postgres-app" });
  const url = new URL(ownerUrl);
  url.username = appRole;
  url.password = password;
  await makeAppRole({ ownerUrl, appUrl: url.href, password });
  return url.href;
}
