import { commandId, day, expectedVersion, idOf, pageInput, ROLES, text, unitCode } from "@anji/kernel";
import { z } from "zod";
import { GROUP_POSITIONS } from "./unit.ts";

const NAME_CHARACTERS_MAX = 60;
const BODY_CHARACTERS_MAX = 80;
const MEMBERS_MAX = 60;

/** A unit's code, or a handling agency's: its region's code, a dash and two digits. */
export const unitOrAgencyCode = z.string().regex(/^\d{6}(-\d{2})?$/, "kernel.unitCodeInvalid");
const username = z.string().trim().regex(/^[a-z0-9._]{3,30}$/, "jurisdictions.usernameForm");
const password = z.string().max(128).regex(/^(?=.*[A-Za-z])(?=.*\d).{10,}$/, "jurisdictions.passwordForm");
const roles = z.array(z.enum(ROLES)).min(1).max(ROLES.length);
const personId = idOf("person");

const member = z.strictObject({
  position: z.enum(GROUP_POSITIONS),
  name: text({ min: 1, max: NAME_CHARACTERS_MAX }),
  body: text({ min: 1, max: BODY_CHARACTERS_MAX }),
});
const members = z
  .array(member)
  .min(1)
  .max(MEMBERS_MAX)
  .refine((list) => list.filter((one) => one.position === "leader").length === 1, "jurisdictions.groupLeader");

export const addCustomUnitInput = z.strictObject({
  commandId,
  parentCode: unitCode,
  name: text({ min: 2, max: NAME_CHARACTERS_MAX }),
  kind: text({ min: 2, max: 20 }),
  reason: text({ min: 2, max: 200 }),
});
export const addAgencyInput = z.strictObject({ commandId, parentCode: unitCode, name: text({ min: 2, max: NAME_CHARACTERS_MAX }) });
export const listPeopleInput = pageInput.extend({ unitCode: unitOrAgencyCode.nullable() });
export const addPersonInput = z.strictObject({
  commandId,
  name: text({ min: 1, max: NAME_CHARACTERS_MAX }),
  username,
  password,
  unitCode: unitOrAgencyCode,
  department: text({ min: 1, max: BODY_CHARACTERS_MAX }).nullable(),
  roles,
});
export const changeRolesInput = z.strictObject({ commandId, id: personId, version: expectedVersion, roles });
export const deactivatePersonInput = z.strictObject({ commandId, id: personId, version: expectedVersion });
export const issueServiceKeyInput = z.strictObject({
  commandId,
  name: text({ min: 1, max: NAME_CHARACTERS_MAX }),
  unitCode,
  role: z.enum(["worker", "reader"]),
});
export const establishGroupInput = z.strictObject({
  commandId,
  campaignId: idOf("campaign"),
  unitCode,
  establishedOn: day,
  documentNo: text({ min: 1, max: BODY_CHARACTERS_MAX }),
  members,
});
export const changeGroupMembersInput = z.strictObject({ commandId, id: idOf("leadingGroup"), version: expectedVersion, members });
export const listGroupsInput = z.strictObject({ campaignId: idOf("campaign") });
export const firstAdministratorsInput = z.strictObject({
  commandId,
  provinceCode: unitCode,
  administrators: z.array(z.strictObject({ name: text({ min: 1, max: NAME_CHARACTERS_MAX }), username, password })).min(1).max(3),
});
