export {
  changeLeadingGroupMembersInput,
  establishLeadingGroupInput,
  fileImplementingPlanInput,
  listLeadingGroupsInput,
  listImplementingPlansInput,
  organisationLimits,
  implementingPlanVersionsInput,
  reviseImplementingPlanInput,
  issueImplementingPlanInput,
  receiveImplementingPlanInput,
  acceptImplementingPlanInput,
  returnImplementingPlanInput,
} from "./inputs.ts";
export { departmentName, departmentsOf } from "./group.ts";
export { PLAN_DECISIONS, type PlanDecision } from "./plan.policy.ts";
export { organisationPermissions } from "./permissions.ts";
export { GROUP_POSITIONS, type GroupPosition } from "./position.ts";
export { organisationRules } from "./rules.ts";
