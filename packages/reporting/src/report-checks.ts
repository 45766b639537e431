import { type ReconciliationCheck, reconciliation } from "@anji/figures";
import type { RefusalParams } from "@anji/kernel";
import { kindOf, type Narrative, type ReportKind } from "./report-kinds.ts";

/** A condition a report does not meet. An error stops it; a warning is for the person to decide. */
export type ReportCheck = ReconciliationCheck;

/** The facts that the checks of a report look at. */
export type CheckedFacts = {
  readonly kind: ReportKind;
  readonly narrative: Narrative;
  readonly isNil: boolean;
  readonly lineCount: number;
  readonly frozenHash: string;
  readonly hashOfRows: string;
  readonly mismatches: readonly string[];
  readonly isMonthRunning: boolean;
  readonly unitsWithoutSelfCheck: number;
  readonly amendedSince: number;
  readonly missingCities: readonly string[];
  /** Without a summary by an approved waiver: named, and no error. */
  readonly waivedCities: readonly string[];
};

/** For a summary: it counts up to now, and all its units have reported. Only a monthly report has these facts. */
export const NOTHING_TO_WARN_OF = { isMonthRunning: false, unitsWithoutSelfCheck: 0, amendedSince: 0 } as const;

export function firstError(checks: readonly ReportCheck[]): ReportCheck | null {
  return checks.find((check) => check.severity === "error") ?? null;
}

/** What keeps a report from being submitted, and what it warns of. */
export function reportChecks(facts: CheckedFacts): ReportCheck[] {
  return [...reconciliation(facts), ...textErrors(facts), ...errorsOf(facts), ...warningsOf(facts)];
}

function textErrors({ kind, narrative, isNil }: CheckedFacts): ReportCheck[] {
  const empty = kindOf(kind).boxes.filter((box) => (narrative[box] ?? "").trim() === "").length;
  return isNil || empty === 0 ? [] : [error("reporting.textMissing", { count: empty })];
}

function errorsOf({ kind, isNil, lineCount, missingCities }: CheckedFacts): ReportCheck[] {
  const needsNil = kindOf(kind).isMonthly && lineCount === 0 && !isNil;
  const params = { count: missingCities.length, cities: missingCities.join("、") };
  return [
    ...(needsNil ? [error("reporting.nilNotDeclared", {})] : []),
    ...(missingCities.length === 0 ? [] : [error("reporting.citySummariesMissing", params)]),
  ];
}

function warningsOf(facts: CheckedFacts): ReportCheck[] {
  const { isMonthRunning, amendedSince, unitsWithoutSelfCheck, waivedCities } = facts;
  const units = waivedCities.join("、");
  return [
    ...(waivedCities.length === 0 ? [] : [warning("reporting.citySummariesWaived", { units })]),
    ...(isMonthRunning ? [warning("reporting.monthRunning", {})] : []),
    ...(amendedSince === 0 ? [] : [warning("figures.amendedSince", { count: amendedSince })]),
    ...(unitsWithoutSelfCheck === 0 ? [] : [warning("reporting.selfChecksMissing", { count: unitsWithoutSelfCheck })]),
  ];
}

function error(rule: string, params: RefusalParams): ReportCheck {
  return { rule, severity: "error", params };
}

function warning(rule: string, params: RefusalParams): ReportCheck {
  return { rule, severity: "warning", params };
}
