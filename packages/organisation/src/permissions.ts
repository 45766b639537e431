import { LEVELS, type Permission } from "@anji/kernel";

export const organisationPermissions = {
  establishLeadingGroup: { key: "organisation.establishLeadingGroup", levels: LEVELS, roles: ["clerk", "reviewer"] },
  changeLeadingGroupMembers: {
    key: "organisation.changeLeadingGroupMembers",
    levels: LEVELS,
    roles: ["clerk", "reviewer"],
  },
  fileImplementingPlan: { key: "organisation.fileImplementingPlan", levels: LEVELS, roles: ["clerk", "reviewer"] },
  reviseImplementingPlan: { key: "organisation.reviseImplementingPlan", levels: LEVELS, roles: ["clerk", "reviewer"] },
} as const satisfies Record<string, Permission>;
