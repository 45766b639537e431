import { gatesHold } from "@anji/campaign";
import { aPlan, type GateCase, gateStory, phasesNaming, unitsWith } from "@anji/campaign/testing";
import { describe, expect, it } from "vitest";
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

it("has a case for every gate there is", () => {
  expect(CASES.map((one) => one.key)).toEqual(organisationGates.map((gate) => gate.key));
});

describe.each(CASES)("the gate $key", (one) => {
  const { met, unmet, waived, expired, ofAnotherGate, ofAnotherUnit, empty } = gateStory(organisationGates, plan, one);

  it("passes when everyone has done it", () => {
    expect([met.state, met.passed, met.offenders]).toEqual(["pass", met.total, []]);
  });

  it("fails when someone has not, and names them with the reason", () => {
    expect([unmet.state, unmet.passed, unmet.total]).toEqual(["fail", ...one.counts]);
    expect(unmet.offenders.map(({ unitCode, reason }) => [unitCode, reason])).toEqual(one.offenders);
  });

  it("is waived while a waiver of its own covers each of them", () => {
    expect([waived.state, waived.offenders, waived.passed, waived.total]).toEqual(["waived", [], ...one.counts]);
    expect([expired.state, ofAnotherGate.state, ofAnotherUnit.state]).toEqual(["fail", "fail", "fail"]);
  });

  it("has nothing to say where there is nothing to check, and then holds nobody up", () => {
    expect([empty.state, empty.total, empty.cells, gatesHold([empty])]).toEqual(["none", 0, [], true]);
  });
});
