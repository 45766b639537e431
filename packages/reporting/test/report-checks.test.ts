import { firstError, NO_PERIOD, type PeriodFacts, reportChecks, reportingRules } from "@anji/reporting";
import { knownDay } from "@anji/kernel";
import { aNarrative, someSections } from "@anji/reporting/testing";
import { describe, expect, it } from "vitest";

const COMPLETE = {
  kind: "monthly",
  narrative: aNarrative({}),
  isNil: false,
  lineCount: 3,
  frozenHash: "a",
  hashOfRows: "a",
  mismatches: [],
  period: NO_PERIOD,
  unitsWithoutSelfCheck: 0,
  amendedSince: 0,
  missingCities: [],
  waivedCities: [],
} as const;
const SUMMED_UP = { ...COMPLETE, kind: "summary", narrative: someSections({}) } as const;

function rulesOf(checks: ReturnType<typeof reportChecks>): string[] {
  return checks.map((check) => `${check.severity} ${check.rule}`);
}

describe("the checks of a report", () => {
  it("pass a complete one", () => {
    expect(reportChecks(COMPLETE)).toEqual([]);
    expect(reportChecks(SUMMED_UP)).toEqual([]);
    expect(firstError([])).toBeNull();
  });

  it("stop figures that are not the sum of their rows, or do not add up", () => {
    expect(rulesOf(reportChecks({ ...COMPLETE, hashOfRows: "b" }))).toEqual(["error figures.differFromRows"]);
    expect(rulesOf(reportChecks({ ...SUMMED_UP, mismatches: ["byFund.found"] }))).toEqual([
      "error figures.notReconciled",
    ]);
  });

  it("stop an empty text box, except in a nil report", () => {
    const narrative = aNarrative({ practice: " " });
    expect(rulesOf(reportChecks({ ...COMPLETE, narrative }))).toEqual(["error reporting.textMissing"]);
    expect(reportChecks({ ...COMPLETE, narrative, lineCount: 0, isNil: true })).toEqual([]);
  });

  it("ask a monthly report without findings for its nil statement, a summary for none", () => {
    expect(rulesOf(reportChecks({ ...COMPLETE, lineCount: 0 }))).toEqual(["error reporting.nilNotDeclared"]);
    expect(reportChecks({ ...SUMMED_UP, lineCount: 0 })).toEqual([]);
  });

  it("stop a month that still runs, figures frozen before its end, and an opening that is not the last closing", () => {
    const stopped = (period: Partial<PeriodFacts>) =>
      rulesOf(reportChecks({ ...COMPLETE, period: { ...NO_PERIOD, ...period } }));
    expect(stopped({ runsUntil: knownDay("2008-09-30") })).toEqual(["error reporting.monthRunning"]);
    expect(stopped({ isFrozenEarly: true })).toEqual(["error reporting.frozenEarly"]);
    expect(stopped({ otherOpening: "2008-08" })).toEqual(["error reporting.openingDiffers"]);
    expect(stopped({ otherOpening: "" })).toEqual(["error reporting.openingDiffers"]);
  });

  it("only warn of what the person is to weigh", () => {
    const period = { ...NO_PERIOD, laterMonth: "2008-11" };
    const checks = reportChecks({ ...COMPLETE, period, amendedSince: 2, unitsWithoutSelfCheck: 4 });
    expect(rulesOf(checks)).toEqual([
      "warning reporting.laterReceived",
      "warning figures.amendedSince",
      "warning reporting.selfChecksMissing",
    ]);
    expect(firstError(checks)).toBeNull();
  });

  it("speak in whole sentences in both languages", () => {
    const incomplete = Object.entries(reportingRules).filter(
      ([, rule]) => !rule["zh-CN"].endsWith("。") || !rule.en.endsWith("."),
    );
    expect(incomplete.map(([key]) => key)).toEqual([]);
  });

  it("name a city without a summary by an approved waiver, and do not stop for it", () => {
    const checks = reportChecks({ ...SUMMED_UP, waivedCities: ["衡水市"] });
    expect(checks).toEqual([
      { rule: "reporting.citySummariesWaived", severity: "warning", params: { units: "衡水市" } },
    ]);
  });
});
