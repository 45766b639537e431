import {
  commandId,
  dayInput,
  expectedVersion,
  idOf,
  pageInput,
  type Role,
  ROLES,
  textInput,
  unitCode,
} from "@anji/kernel";
import { z } from "zod";

const NAME_CHARACTERS_MAX = 60;
const BODY_CHARACTERS_MAX = 80;
const USERNAME_CHARACTERS_MAX = 30;
const PASSWORD_CHARACTERS_MAX = 128;
const UNIT_KIND_CHARACTERS_MAX = 20;
const REASON_CHARACTERS_MAX = 200;
const ADMINISTRATORS_MAX = 3;

/** The roles of a service key. */
export const SERVICE_ROLES = ["worker", "observer"] as const satisfies readonly Role[];

/** The limits of a form: characters, and administrators of a first visit. */
export const jurisdictionsLimits = {
  name: NAME_CHARACTERS_MAX,
  department: BODY_CHARACTERS_MAX,
  username: USERNAME_CHARACTERS_MAX,
  password: PASSWORD_CHARACTERS_MAX,
  unitKind: UNIT_KIND_CHARACTERS_MAX,
  reason: REASON_CHARACTERS_MAX,
  administrators: ADMINISTRATORS_MAX,
} as const;

const username = z
  .string()
  .trim()
  .max(USERNAME_CHARACTERS_MAX, "jurisdictions.usernameForm")
  .regex(/^[a-z0-9._]{3,}$/, "jurisdictions.usernameForm");
const password = z
  .string()
  .max(PASSWORD_CHARACTERS_MAX)
  .regex(/^(?=.*[A-Za-z])(?=.*\d).{10,}$/, "jurisdictions.passwordForm");
const currentPassword = z.string().min(1).max(PASSWORD_CHARACTERS_MAX);
const roles = z
  .array(z.enum(ROLES))
  .min(1)
  .max(ROLES.length)
  .refine((given) => new Set(given).size === given.length, "kernel.fieldInvalid");
const personId = idOf("person");

export const addCustomUnitInput = z.strictObject({
  commandId,
  parentCode: unitCode,
  name: textInput({ min: 2, max: NAME_CHARACTERS_MAX }),
  kind: textInput({ min: 2, max: UNIT_KIND_CHARACTERS_MAX }),
  reason: textInput({ min: 2, max: REASON_CHARACTERS_MAX }),
});
export const confirmUnitInput = z.strictObject({ commandId, code: unitCode, version: expectedVersion });
export const retireUnitInput = z.strictObject({
  commandId,
  code: unitCode,
  version: expectedVersion,
  retiredOn: dayInput,
  /** The unit that takes its place, or null. */
  mergedInto: unitCode.nullable(),
  reason: textInput({ min: 2, max: REASON_CHARACTERS_MAX }),
});
export const addAgencyInput = z.strictObject({
  commandId,
  parentCode: unitCode,
  name: textInput({ min: 2, max: NAME_CHARACTERS_MAX }),
});
export const listPeopleInput = pageInput.extend({
  cursor: personId.nullable(),
  unitCode: unitCode.nullable(),
  /** A part of the name or of the user name. */
  text: textInput({ min: 1, max: NAME_CHARACTERS_MAX }).nullable(),
  /** Services only, people only, or both. */
  isService: z.boolean().nullable(),
});
export const addPersonInput = z.strictObject({
  commandId,
  name: textInput({ min: 1, max: NAME_CHARACTERS_MAX }),
  username,
  password,
  unitCode,
  department: textInput({ min: 1, max: BODY_CHARACTERS_MAX }).nullable(),
  roles,
  /**
   * True when the administrator who adds the person chose the password. The person then changes it at the first
   * sign-in.
   */
  isPasswordTemporary: z.boolean().optional(),
});
export const changeRolesInput = z.strictObject({ commandId, id: personId, version: expectedVersion, roles });
export const deactivatePersonInput = z.strictObject({ commandId, id: personId, version: expectedVersion });
/** For a reset and for an account that is opened again. */
export const oneTimePasswordInput = z.strictObject({ commandId, id: personId, version: expectedVersion, password });
export const changeOwnPasswordInput = z.strictObject({ commandId, currentPassword, newPassword: password });
export const issueServiceKeyInput = z.strictObject({
  commandId,
  name: textInput({ min: 1, max: NAME_CHARACTERS_MAX }),
  unitCode,
  role: z.enum(SERVICE_ROLES),
});
export const firstAdministratorsInput = z.strictObject({
  commandId,
  provinceCode: unitCode,
  administrators: z
    .array(z.strictObject({ name: textInput({ min: 1, max: NAME_CHARACTERS_MAX }), username, password }))
    .min(1)
    .max(ADMINISTRATORS_MAX)
    .superRefine(nameEachOnce),
});

function nameEachOnce(list: readonly { username: string }[], context: z.core.$RefinementCtx): void {
  for (const [at, { username: name }] of list.entries()) {
    const isRepeated = list.findIndex((one) => one.username === name) < at;
    if (isRepeated)
      context.addIssue({ code: "custom", message: "jurisdictions.usernameTaken", path: [at, "username"] });
  }
}
