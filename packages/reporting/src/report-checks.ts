import { type FigureCheck, figureChecks } from "@anji/figures";
import type { RefusalParams } from "@anji/kernel";

/** A condition a report does not meet: an error stops it, a warning is for the person to weigh. */
export type ReportCheck = FigureCheck;

export function firstError(checks: readonly ReportCheck[]): ReportCheck | null {
  return checks.find((check) => check.severity === "error") ?? null;
}

/** What stands between a monthly report and its submission. */
export function monthlyChecks(facts: {
  narrative: Readonly<Record<string, string>>;
  isNil: boolean;
  lineCount: number;
  frozenHash: string;
  hashOfRows: string;
  mismatches: readonly string[];
  isMonthRunning: boolean;
  unitsWithoutSelfCheck: number;
  amendedSince: number;
}): ReportCheck[] {
  return [
    ...figureChecks(facts),
    ...(facts.isNil ? [] : emptyBoxes(facts.narrative)),
    ...(facts.lineCount === 0 && !facts.isNil ? [error("reporting.nilNotDeclared", {})] : []),
    ...(facts.isMonthRunning ? [warning("reporting.monthRunning", {})] : []),
    ...(facts.amendedSince > 0 ? [warning("figures.amendedSince", { count: facts.amendedSince })] : []),
    ...(facts.unitsWithoutSelfCheck > 0
      ? [warning("reporting.selfChecksMissing", { count: facts.unitsWithoutSelfCheck })]
      : []),
  ];
}

/** The same for a summary; the province's needs every city's. */
export function summaryChecks(facts: {
  sections: Readonly<Record<string, string>>;
  frozenHash: string;
  hashOfRows: string;
  mismatches: readonly string[];
  missingCities: readonly string[];
}): ReportCheck[] {
  const { missingCities } = facts;
  return [
    ...figureChecks(facts),
    ...emptyBoxes(facts.sections),
    ...(missingCities.length > 0
      ? [error("reporting.citySummariesMissing", { count: missingCities.length, cities: missingCities.join("、") })]
      : []),
  ];
}

function emptyBoxes(boxes: Readonly<Record<string, string>>): ReportCheck[] {
  const empty = Object.values(boxes).filter((text) => text.trim() === "").length;
  return empty === 0 ? [] : [error("reporting.textMissing", { count: empty })];
}

function error(rule: string, params: RefusalParams): ReportCheck {
  return { rule, severity: "error", params };
}

function warning(rule: string, params: RefusalParams): ReportCheck {
  return { rule, severity: "warning", params };
}
