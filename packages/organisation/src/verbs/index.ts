export {
  acceptImplementingPlan,
  issueImplementingPlan,
  receiveImplementingPlan,
  returnImplementingPlan,
} from "./decide-on-plans.ts";
export { fileImplementingPlan } from "./file-implementing-plan.ts";
export { changeLeadingGroupMembers, establishLeadingGroup } from "./leading-groups.ts";
export { reviseImplementingPlan } from "./revise-implementing-plan.ts";
