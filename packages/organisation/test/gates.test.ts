import { aPlan, type GateCase, describeGates, phasesNaming, unitsWith } from "@anji/campaign/testing";
import { NO_ORGANISATION, type OrganisationFacts, organisationGates } from "../src/gates.ts";

const small = aPlan({});
const { leadingGroup } = small.organisation;
const plan = aPlan({
  phases: phasesNaming({ deployment: organisationGates.map((gate) => gate.key) }),
  organisation: {
    ...small.organisation,
    leadingGroup: {
      ...leadingGroup,
      memberDepartments: [
        ...leadingGroup.memberDepartments,
        { code: "finance", name: "省财政厅", system: "财政", isLead: false },
      ],
    },
  },
});
const { province, city } = unitsWith(NO_ORGANISATION);

const office = { leadDepartment: "labour", officeDepartment: "labour" };
const head = { position: "head" as const, department: null };
const deputy = { position: "deputy" as const, department: "labour" };
const finance = { position: "member" as const, department: "finance" };
const ofCity = { group: { leadDepartment: null, officeDepartment: null, members: [head, deputy] } };
const accepted = { plan: { decision: "accepted" as const } };

const CASES: readonly GateCase<OrganisationFacts>[] = [
  {
    key: "organisation.provincialGroup",
    met: [province({ group: { ...office, members: [head, deputy, finance] } }), city("130100", {})],
    unmet: [province({ group: { leadDepartment: null, officeDepartment: null, members: [head] } })],
    counts: [0, 1],
    offenders: [
      ["130000", "organisation.deputyMissing"],
      ["130000", "organisation.departmentWithoutMember"],
      ["130000", "organisation.departmentWithoutMember"],
      ["130000", "organisation.leadDepartmentMissing"],
      ["130000", "organisation.officeMissing"],
    ],
  },
  {
    key: "organisation.provincialPlanReceived",
    met: [province({ plan: { decision: "issued" } }), city("130100", { hasReceived: true })],
    unmet: [province({ plan: { decision: null } }), city("130100", { hasReceived: true }), city("130200", {})],
    counts: [1, 3],
    offenders: [
      ["130000", "organisation.provincialPlanNotIssued"],
      ["130200", "organisation.provincialPlanNotReceived"],
    ],
  },
  {
    key: "organisation.groupsAndImplementingPlans",
    met: [province({}), city("130100", { ...ofCity, ...accepted })],
    unmet: [
      province({}),
      city("130100", { ...ofCity, ...accepted }),
      city("130200", ofCity),
      city("130300", accepted),
      city("130400", { ...ofCity, plan: { decision: "returned" } }),
      city("130500", { ...ofCity, plan: { decision: null } }),
      city("130600", { ...accepted, group: { ...ofCity.group, members: [{ ...deputy, department: null }] } }),
    ],
    counts: [1, 6],
    offenders: [
      ["130200", "organisation.implementingPlanMissing"],
      ["130300", "organisation.leadingGroupMissing"],
      ["130400", "organisation.implementingPlanReturned"],
      ["130500", "organisation.implementingPlanNotAccepted"],
      ["130600", "organisation.headMissing"],
      ["130600", "organisation.departmentWithoutMember"],
    ],
  },
];

describeGates(organisationGates, { plan: plan, cases: CASES });
