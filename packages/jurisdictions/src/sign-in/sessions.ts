import type { Database } from "@anji/database";
import { eq } from "drizzle-orm";
import { session } from "./tables.ts";

/** Prolongs a session that is in use. Answers whether it still exists: it may have ended at this moment. */
export async function prolongSession(db: Database, options: { id: string; now: Date; expiresAt: Date }) {
  const { id, now, expiresAt } = options;
  const rows = await db
    .update(session)
    .set({ expiresAt, updatedAt: now })
    .where(eq(session.id, id))
    .returning({ id: session.id });
  return rows.length > 0;
}

/** Ends a session that was not given out, or one that has expired. */
export async function endSession(db: Database, token: string): Promise<void> {
  await db.delete(session).where(eq(session.token, token));
}
