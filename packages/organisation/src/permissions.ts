import { LEVELS, type Permission } from "@anji/kernel";

const FILERS = ["clerk", "reviewer"] as const;

export const organisationPermissions = {
  establishLeadingGroup: { key: "organisation.establishLeadingGroup", levels: LEVELS, roles: FILERS },
  changeLeadingGroupMembers: { key: "organisation.changeLeadingGroupMembers", levels: LEVELS, roles: FILERS },
  fileImplementingPlan: { key: "organisation.fileImplementingPlan", levels: LEVELS, roles: FILERS },
  reviseImplementingPlan: { key: "organisation.reviseImplementingPlan", levels: LEVELS, roles: FILERS },
  issueImplementingPlan: {
    key: "organisation.issueImplementingPlan",
    levels: ["province"],
    roles: ["reviewer", "leader"],
  },
  receiveImplementingPlan: {
    key: "organisation.receiveImplementingPlan",
    levels: ["city"],
    roles: ["clerk", "reviewer", "leader"],
  },
  acceptImplementingPlan: {
    key: "organisation.acceptImplementingPlan",
    levels: ["province"],
    roles: ["reviewer", "leader"],
  },
  returnImplementingPlan: {
    key: "organisation.returnImplementingPlan",
    levels: ["province"],
    roles: ["reviewer", "leader"],
  },
} as const satisfies Record<string, Permission>;
