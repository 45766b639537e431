import { type Act, found } from "@anji/database";
import { type Id, refuse } from "@anji/kernel";
import { and, asc, eq, inArray } from "drizzle-orm";
import { type PersonAnswer, personColumns } from "../queries/people.ts";
import { person, unit } from "../tables.ts";
import { administers } from "../unit.ts";

export type PersonRow = typeof person.$inferSelect;

/**
 * Step: locks another person's row for a change by an administrator. It also locks the actor's own row, in one order,
 * so two administrators cannot close each other's account at the same moment.
 */
export async function lockedPerson(act: Act, input: { id: Id<"person">; version: number }): Promise<PersonRow> {
  const rows = await act.tx
    .select()
    .from(person)
    .where(and(inArray(person.id, [input.id, act.actor.personId]), act.scope(person.regionPath)))
    .orderBy(asc(person.id))
    .for("update");
  const row = found(rows.find((one) => one.id === input.id));
  if (row.id === act.actor.personId) refuse({ code: "precondition", rule: "jurisdictions.ownRoles" });
  refuseOtherUnit(act, row.unitCode);
  const own = rows.find((one) => one.id === act.actor.personId);
  if (own !== undefined && !(own.isActive && own.roles.includes("administrator"))) {
    refuse({ code: "notAllowed", rule: "kernel.roleMayNot", params: { roles: "administrator" } });
  }
  if (row.version !== input.version)
    refuse({ code: "stale", rule: "kernel.stale", current: await answerOf(act, row.id) });
  return row;
}

/** An agency shares its region's area, but its administrator manages only the agency's people. */
export function refuseOtherUnit(act: Act, unitCode: string): void {
  if (!administers(act.actor, unitCode)) refuse({ code: "notAllowed", rule: "jurisdictions.ownAgencyOnly" });
}

/** Step: writes a change of a person's row and ends the act with it. */
export async function changed(
  act: Act,
  options: { before: PersonRow; values: Partial<Pick<PersonRow, "roles" | "isActive">> },
) {
  const { before } = options;
  await act.tx
    .update(person)
    .set({ ...options.values, version: before.version + 1 })
    .where(eq(person.id, before.id));
  const answer = await answerOf(act, before.id);
  signalPerson(act, before);
  const subject = { subjectKind: "person", subjectId: before.id, regionPath: before.regionPath, campaignId: null };
  return act.done({ ...subject, before: { roles: before.roles, isActive: before.isActive }, after: answer, answer });
}

/** Servers forget the cached actor, so that changed roles, a new password or a closed account take effect at once. */
export function signalPerson(act: Act, row: Pick<PersonRow, "id" | "regionPath">): void {
  act.signal({
    topic: "jurisdictions.personChanged",
    subjectId: row.id,
    regionPath: row.regionPath,
  });
}

export async function answerOf(act: Act, id: Id<"person">): Promise<PersonAnswer> {
  const rows = await act.tx
    .select(personColumns)
    .from(person)
    .innerJoin(unit, eq(unit.code, person.unitCode))
    .where(eq(person.id, id));
  return found(rows[0]);
}
