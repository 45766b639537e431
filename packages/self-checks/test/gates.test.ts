import { aPlan, type GateCase, describeGates, phasesNaming, unitsWith } from "@anji/campaign/testing";
import { NO_SELF_CHECK, selfCheckGates, type SelfCheckFacts } from "../src/gates.ts";

const plan = aPlan({ phases: phasesNaming({ selfCheck: selfCheckGates.map((gate) => gate.key) }) });
const { province, city, county } = unitsWith(NO_SELF_CHECK);

const CASES: readonly GateCase<SelfCheckFacts>[] = [
  {
    key: "selfChecks.declarationsComplete",
    met: [province({}), city("130100", {}), county("130102", { hasSelfCheck: true })],
    unmet: [province({}), city("130100", {}), county("130102", { hasSelfCheck: true }), county("130103", {})],
    counts: [1, 2],
    offenders: [["130103", "selfChecks.missing"]],
  },
];

describeGates(selfCheckGates, { plan, cases: CASES });
