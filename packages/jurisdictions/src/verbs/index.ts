export { confirmUnit, retireUnit } from "./confirm-unit.ts";
export { addAgency, addCustomUnit } from "./add-unit.ts";
export { createFirstAdministrators } from "./create-first-administrators.ts";
export { changeOwnPassword, reactivatePerson, resetPassword } from "./passwords.ts";
export { recordRefusedSignIn, recordSignIn, signOut } from "./sign-in.ts";
export { addPerson, changeRoles, deactivatePerson, issueKeptServiceKey, issueServiceKey } from "./people.ts";
export { newServiceKey } from "../sign-in/accounts.ts";
