export { organisationGateSource } from "./gate-source.ts";
export { type GroupAnswer, type GroupMember, listGroups } from "./groups.ts";
export { listPlans, planVersions } from "./plans.ts";
