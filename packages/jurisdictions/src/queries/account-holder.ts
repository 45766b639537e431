import type { Database } from "@anji/database";
import type { Id, RegionPath } from "@anji/kernel";
import { eq, sql } from "drizzle-orm";
import { person, user } from "../tables.ts";

export type AccountHolder = { readonly personId: Id<"person">; readonly regionPath: RegionPath };

/** The person of a user name, also of a closed account; null when there is none. */
export async function accountHolder(db: Database, username: string): Promise<AccountHolder | null> {
  return db.transaction(async (tx) => {
    const [account] = await tx.select({ id: user.id }).from(user).where(eq(user.username, username));
    if (account === undefined) return null;
    await tx.execute(sql`select set_config('app.auth_user', ${account.id}, true)`);
    const [row] = await tx
      .select({ personId: person.id, regionPath: person.regionPath })
      .from(person)
      .where(eq(person.authUserId, account.id));
    return row ?? null;
  });
}
