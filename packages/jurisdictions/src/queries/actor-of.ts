import type { Database } from "@anji/database";
import type { Actor } from "@anji/kernel";
import { levelOfPath } from "@anji/kernel";
import { and, eq, sql } from "drizzle-orm";
import { account, person, unit } from "../tables.ts";

/**
 * The actor behind a signed-in account, or null when the person is unknown or deactivated.
 * Before the actor is known there is no scope: the policy on person lets the account see its own row.
 */
export async function actorOf(db: Database, authUserId: string): Promise<Actor | null> {
  const own = await db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.auth_user', ${authUserId}, true)`);
    const [row] = await tx
      .select()
      .from(person)
      .where(and(eq(person.authUserId, authUserId), eq(person.isActive, true)));
    if (row === undefined) return null;
    await tx.execute(sql`select set_config('app.path', ${row.regionPath}, true)`);
    const [home] = await tx.select().from(unit).where(eq(unit.code, row.unitCode));
    const [temporary] = await tx
      .select({ id: account.id })
      .from(account)
      .where(and(eq(account.userId, authUserId), eq(account.isTemporary, true)));
    return home === undefined ? null : { row, home, owesPassword: temporary !== undefined };
  });
  if (own === null) return null;
  const { row, home } = own;
  return {
    personId: row.id,
    name: row.name,
    unitCode: row.unitCode,
    unitName: home.name,
    level: levelOfPath(row.regionPath),
    path: row.regionPath,
    department: row.department,
    roles: row.roles,
    isService: row.isService,
    ...(own.owesPassword ? { owesPassword: true } : {}),
  };
}
