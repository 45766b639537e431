import { aPlan, type GateCase, describeGates, phasesNaming, unitsWith } from "@anji/campaign/testing";
import { findingsGates, type LedgerCounts, NO_LEDGER } from "../src/gates.ts";

const plan = aPlan({ phases: phasesNaming({ selfCheck: findingsGates.map((gate) => gate.key) }) });
const { province, city, county } = unitsWith(NO_LEDGER);

const CASES: readonly GateCase<LedgerCounts>[] = [
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
    unmet: [
      county("130102", { findingCount: 3, unplannedCount: 1, overdueCount: 1 }),
      county("130103", { findingCount: 2, overdueCount: 1 }),
    ],
    counts: [2, 5],
    offenders: [
      ["130102", "findings.unplanned"],
      ["130103", "findings.planOverdue"],
    ],
  },
];

describeGates(findingsGates, { plan: plan, cases: CASES });
