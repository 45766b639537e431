import { aPlan, type GateCase, describeGates, phasesNaming, unitsWith } from "@anji/campaign/testing";
import { NO_REPORTS, type ReportFacts, reportingGates } from "../src/gates.ts";

const plan = aPlan({ phases: phasesNaming({ summary: reportingGates.map((gate) => gate.key) }) });
const { province, city } = unitsWith(NO_REPORTS);

const CASES: readonly GateCase<ReportFacts>[] = [
  {
    key: "reporting.citySummaries",
    met: [city("130100", { hasSummary: true }), province({})],
    unmet: [city("130100", { hasSummary: true }), city("130200", {})],
    counts: [1, 2],
    offenders: [["130200", "reporting.summaryMissing"]],
  },
];

describeGates(reportingGates, { plan: plan, cases: CASES });
