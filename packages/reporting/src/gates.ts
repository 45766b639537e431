import { type Gate, standingOf } from "@anji/campaign";

/** What the gates know of a unit's reports. */
export type ReportFacts = { readonly hasSummary: boolean };
export const NO_REPORTS: ReportFacts = { hasSummary: false };

export const reportingGates: readonly Gate<ReportFacts>[] = [
  {
    // 各市领导小组对专项治理工作要进行认真总结，于2009年9月底前报送省领导小组
    key: "reporting.citySummaries",
    judge: (_, units) =>
      units
        .filter((unit) => unit.level === "city")
        .map((unit) =>
          standingOf(unit, { passed: unit.hasSummary ? 1 : 0, total: 1, reason: "reporting.summaryMissing" }),
        ),
  },
];
