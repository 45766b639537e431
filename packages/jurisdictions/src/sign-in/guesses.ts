import type { Database } from "@anji/database";
import { refuse } from "@anji/kernel";
import { eq, sql } from "drizzle-orm";
import { guess } from "./tables.ts";

/** How many attempts a window allows; it begins with the first attempt. */
export type GuessLimit = { readonly max: number; readonly windowSeconds: number };

/**
 * Counts an attempt before it is made, and refuses it when there were too many. It is one statement, by the database's
 * clock, so simultaneous attempts on several servers are counted one after the other.
 */
export async function countGuess(db: Database, key: string, limit: GuessLimit): Promise<void> {
  const endsAt = sql`now() + make_interval(secs => ${limit.windowSeconds})`;
  const isOver = sql`${guess.endsAt} <= now()`;
  const [row] = await db
    .insert(guess)
    .values({ key, count: 1, endsAt })
    .onConflictDoUpdate({
      target: guess.key,
      set: {
        count: sql`case when ${isOver} then 1 else ${guess.count} + 1 end`,
        endsAt: sql`case when ${isOver} then excluded.ends_at else ${guess.endsAt} end`,
      },
    })
    .returning({ count: guess.count, seconds: sql<number>`ceil(extract(epoch from ${guess.endsAt} - now()))::int` });
  if (row === undefined || row.count <= limit.max) return;
  refuse({ code: "tooMany", rule: "jurisdictions.tooManyGuesses", params: { seconds: Math.max(row.seconds, 1) } });
}

/** Takes back an attempt that succeeded: whole offices sign in from one address. */
export async function forgetGuess(db: Database, key: string): Promise<void> {
  await db
    .update(guess)
    .set({ count: sql`greatest(${guess.count} - 1, 0)` })
    .where(eq(guess.key, key));
}

/** Removes the counts of windows that are over. */
export async function sweepGuesses(db: Database): Promise<void> {
  await db.delete(guess).where(sql`${guess.endsAt} < now()`);
}
