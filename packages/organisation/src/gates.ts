import { type Gate, standingOf } from "@anji/campaign";

/** What the gates know of a unit's organisation. */
export type OrganisationFacts = { readonly hasGroup: boolean; readonly hasImplementingPlan: boolean };
export const NO_ORGANISATION: OrganisationFacts = { hasGroup: false, hasImplementingPlan: false };

export const organisationGates: readonly Gate<OrganisationFacts>[] = [
  {
    // 各市…成立…领导小组，结合本市实际制定具体方案
    key: "organisation.groupsAndImplementingPlans",
    levels: ["city"],
    judge: (_, units) =>
      units
        .filter((unit) => unit.level === "city")
        .map((unit) =>
          standingOf(unit, {
            passed: unit.hasGroup && unit.hasImplementingPlan ? 1 : 0,
            total: 1,
            reason: unit.hasGroup ? "organisation.implementingPlanMissing" : "organisation.leadingGroupMissing",
          }),
        ),
  },
];
