export {
  changeGroupMembersInput,
  establishGroupInput,
  filePlanInput,
  listGroupsInput,
  listPlansInput,
  organisationLimits,
  planVersionsInput,
  revisePlanInput,
} from "./inputs.ts";
export { organisationPermissions } from "./permissions.ts";
export { GROUP_POSITIONS, type GroupPosition } from "./position.ts";
export { organisationRules } from "./rules.ts";
