import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { keptSecret } from "../secrets.ts";
import { type Durability, makeCluster, serverSettings } from "./cluster.ts";
import { clearLeftover } from "./leftover.ts";
import { place } from "./placement.ts";
import {
  type Postmaster,
  PostmasterFailure,
  type PostmasterOptions,
  startPostmaster,
  type StopMode,
} from "./postmaster.ts";
import { appRole, databaseName, dropDatabase, makeRoles, ownerRole } from "./roles.ts";

export { appRole } from "./roles.ts";

export type EmbeddedPostgres = {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly port: number;
  /** The directory of the cluster. It differs from the requested one when the database's account cannot enter that. */
  readonly cluster: string;
  stop(mode: StopMode): Promise<void>;
  /** Deletes everything in the database. */
  emptyDatabase(): Promise<void>;
  /** After a stop: the same cluster on the same port; resolves when connections are accepted. */
  startAgain(): Promise<void>;
  /** Resolves the next time the server process ends by itself. */
  nextCrash(): Promise<void>;
};

const attempts = 5;

/** The caller must be the only one on this directory: see ../launcher/lock.ts. */
export async function startPostgres(options: {
  directory: string;
  port: number;
  durability: Durability;
}): Promise<EmbeddedPostgres> {
  const placement = place(options);
  const secret = (name: string) => keptSecret({ directory: join(options.directory, "secrets"), name });
  const passwords = { admin: secret("postgres-admin"), owner: secret("postgres-owner"), app: secret("postgres-app") };
  await clearLeftover(placement.cluster);
  makeCluster({ placement, password: passwords.admin, durability: options.durability });
  const settings = serverSettings(options.durability);
  const logFile = join(options.directory, "postgres.log");
  const started = await startOnPort({ placement, logFile, settings, port: options.port });
  const { port } = started;
  let postmaster = started.postmaster;
  let isWanted = true;
  let crash = Promise.withResolvers<void>();
  const watch = (watched: Postmaster) =>
    watched.exited.then(() => isWanted && watched === postmaster && crash.resolve());
  void watch(postmaster);
  const url = (role: string, password: string, database: string) =>
    `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;
  const adminUrl = url("postgres", passwords.admin, "postgres");
  const prepareDatabase = () =>
    makeRoles({ adminUrl, passwords, ownerMayCreateDatabases: options.durability === "disposable" });
  await prepareDatabase();
  return {
    ownerUrl: url(ownerRole, passwords.owner, databaseName),
    appUrl: url(appRole, passwords.app, databaseName),
    port,
    cluster: placement.cluster,
    nextCrash: () => crash.promise,
    async stop(mode) {
      isWanted = false;
      await postmaster.stop(mode);
    },
    async emptyDatabase() {
      await dropDatabase(adminUrl);
      await prepareDatabase();
    },
    async startAgain() {
      await clearLeftover(placement.cluster);
      ({ postmaster } = await startOnPort({ placement, logFile, settings, port }));
      crash = Promise.withResolvers();
      isWanted = true;
      void watch(postmaster);
    },
  };
}

// A free port may be taken before PostgreSQL binds it, and the shared memory of a killed server lingers a moment.
async function startOnPort(options: PostmasterOptions): Promise<{ postmaster: Postmaster; port: number }> {
  for (let attempt = 1; ; attempt++) {
    const port = options.port === 0 ? await freePort() : options.port;
    try {
      return { postmaster: await startPostmaster({ ...options, port }), port };
    } catch (error) {
      const mayPass = error instanceof PostmasterFailure && /shared memory|Address already in use/.test(error.message);
      if (!mayPass || attempt === attempts) throw error;
      await sleep(500);
    }
  }
}

/** A port of 127.0.0.1 that is free at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("No free port on 127.0.0.1.");
  return address.port;
}
