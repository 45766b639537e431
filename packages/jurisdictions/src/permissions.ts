import { LEVELS, type Permission, ROLES } from "@anji/kernel";
import { SERVICE_ROLES } from "./unit.ts";

const PEOPLES_ROLES = ROLES.filter((role) => !SERVICE_ROLES.includes(role));

export const jurisdictionsPermissions = {
  install: { key: "jurisdictions.createFirstAdministrators", levels: ["province"], roles: ["administrator"] },
  addCustomUnit: { key: "jurisdictions.addCustomUnit", levels: ["province", "city"], roles: ["administrator"] },
  confirmUnit: { key: "jurisdictions.confirmUnit", levels: ["province"], roles: ["administrator"] },
  retireUnit: { key: "jurisdictions.retireUnit", levels: ["province"], roles: ["administrator"] },
  addAgency: { key: "jurisdictions.addAgency", levels: LEVELS, roles: ["administrator"] },
  listPeople: { key: "jurisdictions.listPeople", levels: LEVELS, roles: ["administrator"] },
  addPerson: { key: "jurisdictions.addPerson", levels: LEVELS, roles: ["administrator"] },
  changeRoles: { key: "jurisdictions.changeRoles", levels: LEVELS, roles: ["administrator"] },
  deactivatePerson: { key: "jurisdictions.deactivatePerson", levels: LEVELS, roles: ["administrator"] },
  reactivatePerson: { key: "jurisdictions.reactivatePerson", levels: LEVELS, roles: ["administrator"] },
  resetPassword: { key: "jurisdictions.resetPassword", levels: LEVELS, roles: ["administrator"] },
  changeOwnPassword: { key: "jurisdictions.changeOwnPassword", levels: LEVELS, roles: PEOPLES_ROLES },
  signIn: { key: "jurisdictions.signIn", levels: LEVELS, roles: PEOPLES_ROLES },
  signOut: { key: "jurisdictions.signOut", levels: LEVELS, roles: PEOPLES_ROLES },
  refuseSignIn: { key: "jurisdictions.refuseSignIn", levels: ["province"], roles: ["administrator"] },
  issueServiceKey: { key: "jurisdictions.issueServiceKey", levels: ["province"], roles: ["administrator"] },
} as const satisfies Record<string, Permission>;
