import { LEVELS, type Permission } from "@anji/kernel";

export const organisationPermissions = {
  establishGroup: { key: "organisation.establishGroup", levels: LEVELS, roles: ["clerk", "reviewer"] },
  changeGroupMembers: { key: "organisation.changeGroupMembers", levels: LEVELS, roles: ["clerk", "reviewer"] },
  filePlan: { key: "organisation.filePlan", levels: LEVELS, roles: ["clerk", "reviewer"] },
  revisePlan: { key: "organisation.revisePlan", levels: LEVELS, roles: ["clerk", "reviewer"] },
} as const satisfies Record<string, Permission>;
