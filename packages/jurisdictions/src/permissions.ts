import { LEVELS, type Permission } from "@anji/kernel";

export const jurisdictionsPermissions = {
  install: { key: "jurisdictions.createFirstAdministrators", levels: ["province"], roles: ["administrator"] },
  addCustomUnit: { key: "jurisdictions.addCustomUnit", levels: ["province", "city"], roles: ["administrator"] },
  addAgency: { key: "jurisdictions.addAgency", levels: LEVELS, roles: ["administrator"] },
  listPeople: { key: "jurisdictions.listPeople", levels: LEVELS, roles: ["administrator"] },
  addPerson: { key: "jurisdictions.addPerson", levels: LEVELS, roles: ["administrator"] },
  changeRoles: { key: "jurisdictions.changeRoles", levels: LEVELS, roles: ["administrator"] },
  deactivatePerson: { key: "jurisdictions.deactivatePerson", levels: LEVELS, roles: ["administrator"] },
  issueServiceKey: { key: "jurisdictions.issueServiceKey", levels: ["province"], roles: ["administrator"] },
  establishGroup: { key: "jurisdictions.establishGroup", levels: LEVELS, roles: ["clerk", "reviewer"] },
  changeGroupMembers: { key: "jurisdictions.changeGroupMembers", levels: LEVELS, roles: ["clerk", "reviewer"] },
} as const satisfies Record<string, Permission>;
