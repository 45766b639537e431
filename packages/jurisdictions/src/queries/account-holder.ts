import type { Database } from "@anji/database";
import type { Id, RegionPath } from "@anji/kernel";
import { eq, sql } from "drizzle-orm";
import { account, person, user } from "../tables.ts";

export type AccountHolder = { readonly personId: Id<"person">; readonly regionPath: RegionPath };

/** The person of a user name, also of a closed account; null when there is none. */
export async function accountHolder(db: Database, username: string): Promise<AccountHolder | null> {
  return db.transaction(async (tx) => {
    const [holder] = await tx.select({ id: user.id }).from(user).where(eq(user.username, username));
    if (holder === undefined) return null;
    await tx.execute(sql`select set_config('app.auth_user', ${holder.id}, true)`);
    const [row] = await tx
      .select({ personId: person.id, regionPath: person.regionPath })
      .from(person)
      .where(eq(person.authUserId, holder.id));
    return row ?? null;
  });
}

/** The stored hash of the password of a user name; null for an unknown name and for an account without a password. */
export async function passwordHashOf(db: Database, username: string): Promise<string | null> {
  const [row] = await db
    .select({ hash: account.password })
    .from(account)
    .innerJoin(user, eq(user.id, account.userId))
    .where(eq(user.username, username));
  return row?.hash ?? null;
}
