import { join } from "node:path";
import { connect, type Connection, type Database, diskFileStore, type FileStore } from "@anji/database";
import type { FastifyBaseLogger } from "fastify";
import { type Actors, createActors } from "./actors.ts";
import { type Auth, createAuth } from "./auth.ts";
import { createClock, type ServerClock } from "./clock.ts";
import { credentialOf } from "./credential.ts";
import type { ServerEnv } from "./env.ts";
import { actorReader } from "./read-actor.ts";
import { createSignals, type ServerSignals } from "./signals.ts";

/** What the server holds for as long as it runs. */
export type Parts = {
  readonly db: Database;
  readonly clock: ServerClock;
  readonly files: FileStore;
  readonly signals: ServerSignals;
  readonly actors: Actors;
};

export function openParts(
  env: ServerEnv,
  options: { address: string; log: FastifyBaseLogger },
): { parts: Parts; auth: Auth; connection: Connection } {
  const connection = connect({
    url: env.DATABASE_URL,
    connections: env.ANJI_DATABASE_CONNECTIONS,
    applicationName: "anji-server",
  });
  const { db } = connection;
  const auth = createAuth({ db, secret: env.ANJI_SECRET, ...options });
  const signals = createSignals(connection.sql);
  const actors = createActors({
    credentialOf: (headers) => credentialOf(auth, headers),
    read: actorReader(db, Date.now),
    heardUntil: signals.heardUntil,
    now: Date.now,
  });
  const parts: Parts = {
    db,
    clock: createClock(db),
    signals,
    actors,
    files: diskFileStore(join(env.ANJI_DATA_DIRECTORY, "files")),
  };
  return { parts, auth, connection };
}
