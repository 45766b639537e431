import type { Ctx } from "@anji/database";
import { user } from "../tables.ts";

/** Whether there is no account yet. Then the first visit creates the first administrators. */
export async function installState(ctx: Ctx): Promise<{ isEmpty: boolean }> {
  const rows = await ctx.db.select({ id: user.id }).from(user).limit(1);
  return { isEmpty: rows.length === 0 };
}
