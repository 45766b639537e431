import { type Gate, standingOf } from "@anji/campaign";

/** The condition that every city's summary is accepted. A unit with a waiver of it is named in the province's report. */
export const CITY_SUMMARIES = "reporting.citySummaries";

/** What the gates know of a unit's summary. */
export type ReportFacts = {
  readonly isAccepted: boolean;
  readonly isSubmitted: boolean;
  /** The province's own, with the number under which it left. */
  readonly isSent: boolean;
};
export const NO_REPORTS: ReportFacts = { isAccepted: false, isSubmitted: false, isSent: false };

export const reportingGates: readonly Gate<ReportFacts>[] = [
  {
    // 各市领导小组对专项治理工作要进行认真总结，于2009年9月底前报送省领导小组
    key: "reporting.citySummaries",
    levels: ["city"],
    judge: (_, units) =>
      units
        .filter((unit) => unit.level === "city")
        .map((unit) =>
          standingOf(unit, {
            passed: unit.isAccepted ? 1 : 0,
            total: 1,
            reason: unit.isSubmitted ? "reporting.summaryNotAccepted" : "reporting.summaryMissing",
          }),
        ),
  },
  {
    // 省领导小组…总结全省专项治理工作…向国家部际领导小组提交专项治理工作报告
    key: "reporting.provinceReportSent",
    levels: ["province"],
    judge: (_, units) =>
      units
        .filter((unit) => unit.level === "province")
        .map((unit) =>
          standingOf(unit, {
            passed: unit.isSent ? 1 : 0,
            total: 1,
            reason: unit.isSubmitted ? "reporting.sendingMissing" : "reporting.provinceReportMissing",
          }),
        ),
  },
];
