import { type ActorCtx, read } from "@anji/database";
import { eq } from "drizzle-orm";
import { clockSetting } from "@anji/database/tables";
import { unit } from "../tables.ts";

/** Who is signed in, for which unit, in which language and at which time. */
export async function me(ctx: ActorCtx) {
  return read(ctx, async (reader) => {
    const [home] = await reader.tx.select().from(unit).where(eq(unit.code, reader.actor.unitCode));
    const [clock] = await reader.tx.select().from(clockSetting);
    const { actor } = reader;
    return {
      person: {
        id: actor.personId,
        name: actor.name,
        unitCode: actor.unitCode,
        unitName: actor.unitName,
        unitFullName: home?.fullName ?? actor.unitName,
        level: actor.level,
        path: actor.path,
        department: actor.department,
        roles: actor.roles,
        isService: actor.isService,
        owesPassword: actor.owesPassword === true,
      },
      locale: ctx.locale,
      clock: { now: reader.now.toISOString(), today: reader.today, isTraining: clock?.isTraining ?? false },
    };
  });
}
