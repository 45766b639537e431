import { aPlan, type GateCase, describeGates, phasesNaming, unitsWith } from "@anji/campaign/testing";
import { NO_ORGANISATION, type OrganisationFacts, organisationGates } from "../src/gates.ts";

const plan = aPlan({ phases: phasesNaming({ deployment: organisationGates.map((gate) => gate.key) }) });
const { province, city } = unitsWith(NO_ORGANISATION);

const CASES: readonly GateCase<OrganisationFacts>[] = [
  {
    key: "organisation.groupsAndImplementingPlans",
    met: [province({}), city("130100", { hasGroup: true, hasImplementingPlan: true })],
    unmet: [
      province({}),
      city("130100", { hasGroup: true, hasImplementingPlan: true }),
      city("130200", { hasGroup: true }),
      city("130300", { hasImplementingPlan: true }),
    ],
    counts: [1, 3],
    offenders: [
      ["130200", "organisation.implementingPlanMissing"],
      ["130300", "organisation.leadingGroupMissing"],
    ],
  },
];

describeGates(organisationGates, { plan: plan, cases: CASES });
