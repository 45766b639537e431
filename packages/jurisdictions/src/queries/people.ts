import { type ActorCtx, type Page, pageOf, read, within } from "@anji/database";
import { type Id, refuseIf, type RegionPath, whyNotAllowed } from "@anji/kernel";
import { and, asc, eq, gt, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import type { listPeopleInput } from "../inputs.ts";
import { jurisdictionsPermissions } from "../permissions.ts";
import { account, person, unit } from "../tables.ts";
import { unitInScope } from "./units.ts";

export type PersonAnswer = {
  id: Id<"person">;
  name: string;
  username: string;
  unitCode: string;
  unitName: string;
  department: string | null;
  roles: (typeof person.$inferSelect)["roles"];
  isService: boolean;
  isActive: boolean;
  isPasswordTemporary: boolean;
  version: number;
};

export const personColumns = {
  id: person.id,
  name: person.name,
  username: person.username,
  unitCode: person.unitCode,
  unitName: unit.fullName,
  department: person.department,
  roles: person.roles,
  isService: person.isService,
  isActive: person.isActive,
  isPasswordTemporary: sql<boolean>`exists (select from ${account} as credential where credential.user_id = ${person.authUserId} and credential.is_temporary)`,
  version: person.version,
};

/** People of the actor's area, in the order they were added. */
export async function listPeople(ctx: ActorCtx, input: z.output<typeof listPeopleInput>): Promise<Page<PersonAnswer>> {
  refuseIf(whyNotAllowed(jurisdictionsPermissions.listPeople, ctx.actor));
  return read(ctx, async (reader) => {
    const path: RegionPath =
      input.unitCode === null ? reader.actor.path : (await unitInScope(reader, input.unitCode)).regionPath;
    const people = await reader.tx
      .select(personColumns)
      .from(person)
      .innerJoin(unit, eq(unit.code, person.unitCode))
      .where(
        and(
          reader.scope(person.regionPath),
          within(person.regionPath, path),
          input.isService === null ? undefined : eq(person.isService, input.isService),
          input.text === null ? undefined : named(input.text),
          input.cursor === null ? undefined : gt(person.id, input.cursor),
        ),
      )
      .orderBy(asc(person.id))
      .limit(input.limit + 1);
    return pageOf(people, { limit: input.limit, cursorOf: (last) => last.id });
  });
}

function named(text: string): SQL {
  return sql`(strpos(${person.name}, ${text}) > 0 or strpos(${person.username}, lower(${text})) > 0)`;
}
