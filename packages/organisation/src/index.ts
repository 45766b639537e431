export {
  changeLeadingGroupMembersInput,
  establishLeadingGroupInput,
  fileImplementingPlanInput,
  listLeadingGroupsInput,
  listImplementingPlansInput,
  organisationLimits,
  implementingPlanVersionsInput,
  reviseImplementingPlanInput,
} from "./inputs.ts";
export { organisationPermissions } from "./permissions.ts";
export { GROUP_POSITIONS, type GroupPosition } from "./position.ts";
export { organisationRules } from "./rules.ts";
