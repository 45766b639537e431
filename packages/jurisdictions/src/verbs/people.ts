import { type Act, type ActorCtx, found, perform } from "@anji/database";
import { type Id, newId, refuse, type Role } from "@anji/kernel";
import { and, asc, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import type { addPersonInput, changeRolesInput, deactivatePersonInput, issueServiceKeyInput } from "../inputs.ts";
import { jurisdictionsPermissions } from "../permissions.ts";
import { type PersonAnswer, personColumns } from "../queries/people.ts";
import { unitInScope, type UnitRow } from "../queries/units.ts";
import { closeAccount, createAccount, createServiceAccount } from "../sign-in/accounts.ts";
import { person, unit } from "../tables.ts";

const SERVICE_ROLES: readonly Role[] = ["worker", "reader"];

/** Adds a person with an account to a unit of the actor's area. */
export async function addPerson(ctx: ActorCtx, input: z.output<typeof addPersonInput>): Promise<PersonAnswer> {
  const permission = jurisdictionsPermissions.addPerson;
  // The password never reaches the stored hash of the input or the audit row.
  return perform(ctx, { permission, input: { ...input, password: "" } }, async (act) => {
    refuseOtherKind(input.roles, false);
    const home = await unitInScope(act, input.unitCode);
    const authUserId = await createAccount(act, input);
    const answer = await insertPerson(act, { ...input, authUserId, home, isService: false });
    await signalPerson(act, { id: answer.id, regionPath: home.regionPath });
    return act.done({ ...subjectOf(answer.id, home), before: null, after: answer, answer });
  });
}

/** Makes a service account and its key. The key is in the answer once; only its hash is stored. */
export async function issueServiceKey(
  ctx: ActorCtx,
  input: z.output<typeof issueServiceKeyInput>,
): Promise<{ id: Id<"person">; key: string | null }> {
  let key: string | null = null;
  const answer = await perform(ctx, { permission: jurisdictionsPermissions.issueServiceKey, input }, async (act) => {
    const home = await unitInScope(act, input.unitCode);
    const service = await createServiceAccount(act, input);
    ({ key } = service);
    const row = await insertPerson(act, {
      name: input.name,
      username: service.username,
      authUserId: service.userId,
      roles: [input.role],
      department: null,
      home,
      isService: true,
    });
    return act.done({ ...subjectOf(row.id, home), before: null, after: row, answer: { id: row.id } });
  });
  // A repeated command finds its stored answer, which holds no key.
  return { ...answer, key };
}

/** Gives a person other roles. They hold from the next request on. */
export async function changeRoles(ctx: ActorCtx, input: z.output<typeof changeRolesInput>): Promise<PersonAnswer> {
  return perform(ctx, { permission: jurisdictionsPermissions.changeRoles, input }, async (act) => {
    const before = await lockedPerson(act, input);
    refuseOtherKind(input.roles, before.isService);
    return changed(act, { before, values: { roles: input.roles } });
  });
}

/** Closes a person's account: sessions and keys end at once, what they did stays. */
export async function deactivatePerson(ctx: ActorCtx, input: z.output<typeof deactivatePersonInput>): Promise<PersonAnswer> {
  return perform(ctx, { permission: jurisdictionsPermissions.deactivatePerson, input }, async (act) => {
    const before = await lockedPerson(act, input);
    await closeAccount(act, before.authUserId);
    return changed(act, { before, values: { isActive: false } });
  });
}

type PersonRow = typeof person.$inferSelect;

async function changed(act: Act, options: { before: PersonRow; values: Partial<Pick<PersonRow, "roles" | "isActive">> }) {
  const { before } = options;
  await act.tx.update(person).set({ ...options.values, version: before.version + 1 }).where(eq(person.id, before.id));
  const answer = await answerOf(act, before.id);
  await signalPerson(act, before);
  const subject = { subjectKind: "person", subjectId: before.id, regionPath: before.regionPath, campaignId: null };
  return act.done({ ...subject, before: { roles: before.roles, isActive: before.isActive }, after: answer, answer });
}

/** Servers forget whom they remember, so that changed roles and a closed account hold at once. */
function signalPerson(act: Act, row: Pick<PersonRow, "id" | "regionPath">): Promise<void> {
  return act.signal({ topic: "jurisdictions.personChanged", subjectId: row.id, regionPath: row.regionPath, campaignId: null });
}

// With the actor's own row, in one order: two administrators cannot end each other's account at the same moment.
async function lockedPerson(act: Act, input: { id: Id<"person">; version: number }): Promise<PersonRow> {
  const rows = await act.tx
    .select()
    .from(person)
    .where(and(inArray(person.id, [input.id, act.actor.personId]), act.scope(person.regionPath)))
    .orderBy(asc(person.id))
    .for("update");
  const row = found(rows.find((one) => one.id === input.id));
  if (row.id === act.actor.personId) refuse({ code: "precondition", rule: "jurisdictions.ownRoles" });
  const own = rows.find((one) => one.id === act.actor.personId);
  if (own !== undefined && !(own.isActive && own.roles.includes("administrator"))) {
    refuse({ code: "notAllowed", rule: "kernel.roleMayNot", params: { roles: "administrator" } });
  }
  if (row.version !== input.version) refuse({ code: "stale", rule: "kernel.stale", current: await answerOf(act, row.id) });
  return row;
}

async function answerOf(act: Act, id: Id<"person">): Promise<PersonAnswer> {
  const rows = await act.tx.select(personColumns).from(person).innerJoin(unit, eq(unit.code, person.unitCode)).where(eq(person.id, id));
  return found(rows[0]);
}

/** Step: the person row of an account. */
export async function insertPerson(
  act: Act,
  options: {
    name: string;
    username: string;
    authUserId: string;
    roles: Role[];
    department: string | null;
    home: UnitRow;
    isService: boolean;
  },
): Promise<PersonAnswer> {
  const id = newId<"person">(act.now);
  await act.tx.insert(person).values({
    id,
    authUserId: options.authUserId,
    username: options.username,
    name: options.name,
    unitCode: options.home.code,
    regionPath: options.home.regionPath,
    department: options.department,
    roles: options.roles,
    isService: options.isService,
    isActive: true,
  });
  return answerOf(act, id);
}

/** Roles of services are for services, all others for people. */
function refuseOtherKind(roles: readonly Role[], isService: boolean): void {
  const rule = "jurisdictions.serviceRole";
  if (roles.some((role) => SERVICE_ROLES.includes(role) !== isService)) {
    refuse({ code: "invalid", rule, fields: [{ path: "roles", rule, params: {} }] });
  }
}

function subjectOf(id: string, home: UnitRow) {
  return { subjectKind: "person", subjectId: id, regionPath: home.regionPath, campaignId: null };
}
