export { organisationGateSource } from "./gate-source.ts";
export { type GroupAnswer, type GroupMember, listLeadingGroups } from "./leading-groups.ts";
export { myOrganisationWork } from "./my-work.ts";
export { listImplementingPlans, implementingPlanVersions } from "./implementing-plans.ts";
