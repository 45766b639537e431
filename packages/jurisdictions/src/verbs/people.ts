import { type Act, type Done, systemAct, verb, verbAround } from "@anji/database";
import { type Id, newId, type Role, refuseAt } from "@anji/kernel";
import type { z } from "zod";
import { addPersonInput, changeRolesInput, deactivatePersonInput, issueServiceKeyInput } from "../inputs.ts";
import { jurisdictionsPermissions } from "../permissions.ts";
import type { PersonAnswer } from "../queries/people.ts";
import { unitInScope, type UnitRow } from "../queries/units.ts";
import { closeAccount, createAccount, createServiceAccount, newServiceKey } from "../sign-in/accounts.ts";
import { person } from "../tables.ts";
import { SERVICE_ROLES } from "../unit.ts";
import { answerOf, changed, lockedPerson, refuseOtherUnit, signalPerson } from "./person-row.ts";

/** Adds a person with an account to a unit of the actor's area. */
export const addPerson = verb(
  { permission: jurisdictionsPermissions.addPerson, input: addPersonInput, secrets: ["password"] },
  async (act, input) => {
    refuseOtherKind(input.roles, false);
    const home = await unitInScope(act, input.unitCode);
    refuseOtherUnit(act, home.code);
    const authUserId = await createAccount(act, { ...input, isTemporary: input.isPasswordTemporary === true });
    const answer = await insertPerson(act, { ...input, authUserId, home, isService: false });
    signalPerson(act, { id: answer.id, regionPath: home.regionPath });
    return act.done({ ...subjectOf(answer.id, home), before: null, after: answer, answer });
  },
);

/** Makes a service account and its key. The key is in the answer once; only its hash is stored. */
export const issueServiceKey = verbAround(
  { permission: jurisdictionsPermissions.issueServiceKey, input: issueServiceKeyInput },
  {
    before: () => ({ key: newServiceKey(), isIssued: false }),
    body: (act, input, made) => {
      made.isIssued = true;
      return issued(act, { ...input, key: made.key });
    },
    // A repeated command gets the stored answer, which holds no key.
    after: (_, answer, { key, isIssued }) => ({ ...answer, key: isIssued ? key : null }),
  },
);

type KeyRequest = z.output<typeof issueServiceKeyInput>;

/** The same for a key that the caller made and keeps already: repeated attempts issue one key. */
export const issueKeptServiceKey = systemAct<KeyRequest & { key: string }, { id: Id<"person"> }>(
  { permission: jurisdictionsPermissions.issueServiceKey, command: ({ key: _, ...input }) => input },
  issued,
);

async function issued(act: Act, input: KeyRequest & { key: string }): Promise<Done<{ id: Id<"person"> }>> {
  const home = await unitInScope(act, input.unitCode);
  refuseOtherUnit(act, home.code);
  const { name, role } = input;
  const { username, userId: authUserId } = await createServiceAccount(act, input);
  const account = { name, username, authUserId, roles: [role], department: null, isService: true };
  const row = await insertPerson(act, { ...account, home });
  return act.done({ ...subjectOf(row.id, home), before: null, after: row, answer: { id: row.id } });
}

/** Gives a person other roles, effective from the next request. */
export const changeRoles = verb(
  { permission: jurisdictionsPermissions.changeRoles, input: changeRolesInput },
  async (act, input) => {
    const before = await lockedPerson(act, input);
    refuseOtherKind(input.roles, before.isService);
    return changed(act, { before, values: { roles: input.roles } });
  },
);

/** Closes a person's account. Sessions and keys end at once; the records of the person stay. */
export const deactivatePerson = verb(
  { permission: jurisdictionsPermissions.deactivatePerson, input: deactivatePersonInput },
  async (act, input) => {
    const before = await lockedPerson(act, input);
    await closeAccount(act, before.authUserId);
    return changed(act, { before, values: { isActive: false } });
  },
);

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
  if (roles.some((role) => SERVICE_ROLES.includes(role) !== isService)) {
    refuseAt("roles", "jurisdictions.serviceRole");
  }
}

function subjectOf(id: string, home: UnitRow) {
  return { subjectKind: "person", subjectId: id, regionPath: home.regionPath, campaignId: null };
}
