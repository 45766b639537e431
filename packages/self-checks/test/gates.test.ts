import { aPlan, type GateCase, describeGates, phasesNaming, unitsWith } from "@anji/campaign/testing";
import { NO_SELF_CHECK, selfCheckGates, type SelfCheckFacts } from "../src/gates.ts";

const plan = aPlan({ phases: phasesNaming({ selfCheck: selfCheckGates.map((gate) => gate.key) }) });
const { province, city, county } = unitsWith(NO_SELF_CHECK);
const complete = { signedCount: 1, isSigned: true };

const CASES: readonly GateCase<SelfCheckFacts>[] = [
  {
    // Cities owe one as counties do; the province owes none by this plan.
    key: "selfChecks.declarationsComplete",
    met: [province({}), city("130100", complete), county("130102", { agencyCount: 1, signedCount: 2, isSigned: true })],
    unmet: [
      province({}),
      city("130100", {}),
      county("130102", complete),
      county("130103", { agencyCount: 1, signedCount: 2 }),
    ],
    counts: [4, 7],
    offenders: [
      ["130100", "selfChecks.departmentMissing"],
      ["130103", "selfChecks.departmentMissing"],
    ],
  },
];

describeGates(selfCheckGates, { plan, cases: CASES });
