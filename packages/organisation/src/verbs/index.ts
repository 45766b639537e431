export { filePlan } from "./file-plan.ts";
export { changeGroupMembers, establishGroup } from "./groups.ts";
export { revisePlan } from "./revise-plan.ts";
