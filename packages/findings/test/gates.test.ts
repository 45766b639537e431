import { gatesHold } from "@anji/campaign";
import { aPlan, type GateCase, gateStory, phasesNaming, unitsWith } from "@anji/campaign/testing";
import { describe, expect, it } from "vitest";
import { findingsGates, type LedgerCounts, NO_LEDGER } from "../src/gates.ts";

const plan = aPlan({ phases: phasesNaming({ selfCheck: findingsGates.map((gate) => gate.key) }) });
const { province, city, county } = unitsWith(NO_LEDGER);

const CASES: readonly GateCase<LedgerCounts>[] = [
  {
    key: "findings.selfChecksComplete",
    met: [province({}), city("130100", {}), county("130102", { hasSelfCheck: true })],
    unmet: [province({}), city("130100", {}), county("130102", { hasSelfCheck: true }), county("130103", {})],
    counts: [1, 2],
    offenders: [["130103", "findings.selfCheckMissing"]],
  },
  {
    key: "findings.findingsClassified",
    met: [county("130102", { findingCount: 3 }), county("130103", {})],
    unmet: [
      county("130102", { findingCount: 3, unclassifiedCount: 1 }),
      province({}),
      city("130100", { findingCount: 2 }),
    ],
    counts: [4, 5],
    offenders: [["130102", "findings.unclassified"]],
  },
  {
    key: "findings.findingsClosedOrPlanned",
    met: [county("130102", { findingCount: 3, unclassifiedCount: 1 })],
    unmet: [county("130102", { findingCount: 3, unplannedCount: 2 })],
    counts: [1, 3],
    offenders: [["130102", "findings.unplanned"]],
  },
];

it("has a case for every gate there is", () => {
  expect(CASES.map((one) => one.key)).toEqual(findingsGates.map((gate) => gate.key));
});

describe.each(CASES)("the gate $key", (one) => {
  const { met, unmet, waived, expired, ofAnotherGate, ofAnotherUnit, empty } = gateStory(findingsGates, plan, one);

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
