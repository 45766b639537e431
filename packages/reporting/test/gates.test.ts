import { expect, it } from "vitest";
import { aPlan, type GateCase, describeGates, phasesNaming, unitsWith } from "@anji/campaign/testing";
import { NO_REPORTS, type ReportFacts, reportingGates } from "../src/gates.ts";

const plan = aPlan({ phases: phasesNaming({ summary: reportingGates.map((gate) => gate.key) }) });
const { province, city } = unitsWith(NO_REPORTS);

const CASES: readonly GateCase<ReportFacts>[] = [
  {
    key: "reporting.citySummaries",
    met: [city("130100", { isAccepted: true, isSubmitted: true }), province({})],
    unmet: [
      city("130100", { isAccepted: true, isSubmitted: true }),
      city("130200", {}),
      city("130300", { isSubmitted: true }),
    ],
    counts: [1, 3],
    offenders: [
      ["130200", "reporting.summaryMissing"],
      ["130300", "reporting.summaryNotAccepted"],
    ],
  },
  {
    key: "reporting.provinceReportSent",
    met: [province({ isSubmitted: true, isSent: true }), city("130100", {})],
    unmet: [province({ isSubmitted: true })],
    counts: [0, 1],
    offenders: [["130000", "reporting.sendingMissing"]],
  },
];

describeGates(reportingGates, { plan: plan, cases: CASES });

it("the province's report that is not even submitted keeps the last phase open", () => {
  const [, gate] = reportingGates;
  const reasons = gate?.judge(plan, [province({})]).flatMap((one) => one.offenders.map(({ reason }) => reason));
  expect(reasons).toEqual(["reporting.provinceReportMissing"]);
});
