import type { Actor, Day } from "@anji/kernel";
import { dayOf } from "@anji/kernel";
import type { AnyColumn, SQL } from "drizzle-orm";
import type { Tx } from "./connection.ts";
import type { ActorCtx } from "./context.ts";
import { publishedTo, readFrame, scopeOf } from "./scope.ts";

/** An open read: one read-only transaction with the actor's scope set. All its queries see one state. */
export type Reader = {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly now: Date;
  readonly today: Day;
  /** The application's own scope filter on a region path column. */
  scope(column: AnyColumn): SQL;
  /** The same for tables whose rows are published to the areas below. */
  published(column: AnyColumn): SQL;
};

export async function read<Answer>(ctx: ActorCtx, body: (reader: Reader) => Promise<Answer>): Promise<Answer> {
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    await tx.execute(readFrame(ctx.actor));
    return body({
      tx,
      actor: ctx.actor,
      now,
      today: dayOf(now),
      scope: (column) => scopeOf(ctx, column),
      published: (column) => publishedTo(ctx, column),
    });
  });
}
