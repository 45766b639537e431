import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Actor, type Locale, newId, regionPath, type RuleBook } from "@anji/kernel";
import { eq } from "drizzle-orm";
import { connect, type Connection, type Tx } from "./connection.ts";
import type { ActorCtx, Ctx } from "./context.ts";
import { diskFileStore } from "./file-store.ts";
import { setScope } from "./scope.ts";
import { auditEntry } from "./tables.ts";

export { countingProxy, type CountingProxy } from "./testing/counting-proxy.ts";

/** What tests of verbs and queries need of a server: the restricted role, a clock that does not move, own files. */
export type TestInstallation = {
  readonly connection: Connection;
  /** A request without an actor. */
  readonly ctx: Ctx;
  ctxOf(actor: Actor): ActorCtx;
  /** The same, with the application's own scope filter off: only row-level security is left. */
  unfilteredCtxOf(actor: Actor): ActorCtx;
  /** Sets the clock to noon of a day, "YYYY-MM-DD", or to an instant. */
  moveTo(at: string): void;
  /** Statements under the scope of an actor, outside any verb. */
  under<Answer>(actor: Pick<Actor, "path" | "personId">, body: (tx: Tx) => Promise<Answer>): Promise<Answer>;
  end(): Promise<void>;
};

const CONNECTIONS = 10;
const NOBODY = newId<"person">(new Date(0));

export async function testInstallation(options: {
  appUrl: string;
  rules: RuleBook;
  locale: Locale;
  startsAt: string;
}): Promise<TestInstallation> {
  const connection = connect({ url: options.appUrl, connections: CONNECTIONS, applicationName: "test" });
  const directory = await mkdtemp(join(tmpdir(), "anji-files-"));
  let now = instantOf(options.startsAt);
  const ctx: Ctx = {
    db: connection.db,
    actor: null,
    clock: { now: () => now },
    files: diskFileStore(directory),
    signals: { listen: () => () => undefined },
    locale: options.locale,
    requestId: "test",
    rules: options.rules,
    filtersByScope: true,
  };
  return {
    connection,
    ctx,
    ctxOf: (actor) => ({ ...ctx, actor }),
    unfilteredCtxOf: (actor) => ({ ...ctx, actor, filtersByScope: false }),
    moveTo: (at) => {
      now = instantOf(at);
    },
    under: (actor, body) =>
      connection.db.transaction(async (tx) => {
        await setScope(tx, actor);
        return body(tx);
      }),
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
