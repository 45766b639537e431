import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { type Actor, type Id, type Locale, newId, regionPath, type RuleBook } from "@anji/kernel";
import { eq } from "drizzle-orm";
import { connect, type Connection, type Tx } from "./connection.ts";
import type { ActorCtx, Ctx } from "./context.ts";
import { diskFileStore } from "./file-store.ts";
import { storeFile } from "./files.ts";
import { setScope } from "./scope.ts";
import { auditEntry } from "./tables.ts";

export { countingProxy, type CountingProxy } from "./testing/counting-proxy.ts";

/** What tests of verbs and queries need of a server: the restricted role, a clock that does not move, own files. */
export type TestInstallation = {
  readonly connection: Connection;
  /** For a process of its own: the server's connection and its files. */
  readonly appUrl: string;
  readonly fileDirectory: string;
  /** A request without an actor. */
  readonly ctx: Ctx;
  ctxOf(actor: Actor): ActorCtx;
  /** The same, with the application's own scope filter off: only row-level security is left. */
  unfilteredCtxOf(actor: Actor): ActorCtx;
  /** Sets the clock to noon of a day, "YYYY-MM-DD", or to an instant. */
  moveTo(at: string): void;
  /** Statements under the scope of an actor, outside any verb. */
  under<Answer>(actor: Pick<Actor, "path" | "personId">, body: (tx: Tx) => Promise<Answer>): Promise<Answer>;
  /** Stores a file as the server does for somebody who sends it. */
  upload(actor: Actor, file: { name: string; bytes: Uint8Array }): Promise<Id<"file">>;
  end(): Promise<void>;
};

const CONNECTIONS = 10;
const NOBODY = newId<"person">(new Date(0));

export async function testInstallation(options: {
  appUrl: string;
  rules: RuleBook;
  locale: Locale;
  startsAt: string;
  connections?: number;
}): Promise<TestInstallation> {
  const { appUrl, connections = CONNECTIONS } = options;
  const connection = connect({ url: appUrl, connections, applicationName: "test" });
  const directory = await mkdtemp(join(tmpdir(), "anji-files-"));
  let now = instantOf(options.startsAt);
  const files = diskFileStore(directory);
  const ctx: Ctx = {
    db: connection.db,
    actor: null,
    clock: { now: () => now },
    files,
    signals: { listen: () => () => undefined },
    locale: options.locale,
    requestId: "test",
    rules: options.rules,
    filtersByScope: true,
  };
  const ctxOf = (actor: Actor) => ({ ...ctx, actor });
  return {
    connection,
    appUrl,
    fileDirectory: directory,
    ctx,
    ctxOf,
    unfilteredCtxOf: (actor) => ({ ...ctx, actor, filtersByScope: false }),
    moveTo: (at) => {
      now = instantOf(at);
    },
    under: (actor, body) =>
      connection.db.transaction(async (tx) => {
        await setScope(tx, actor);
        return body(tx);
      }),
    upload: async (actor, { name, bytes }) => {
      const stored = await files.put(Readable.from([bytes]), { maximumBytes: bytes.byteLength });
      const input = { commandId: randomUUID(), name, mediaType: "application/octet-stream", ...stored };
      return (await storeFile(ctxOf(actor), input)).fileId;
    },
    end: async () => {
      await connection.end();
      await rm(directory, { recursive: true });
    },
  };
}

/** The audit rows a command left anywhere in a province. */
export async function auditOf(
  installation: TestInstallation,
  options: { provincePath: string; commandId: string },
): Promise<(typeof auditEntry.$inferSelect)[]> {
  const office = { path: regionPath(options.provincePath), personId: NOBODY };
  return installation.under(office, (tx) =>
    tx.select().from(auditEntry).where(eq(auditEntry.commandId, options.commandId)),
  );
}

function instantOf(at: string): Date {
  return new Date(at.length === 10 ? `${at}T12:00:00+08:00` : at);
}
