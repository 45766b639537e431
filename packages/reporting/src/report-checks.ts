import { type ReconciliationCheck, reconciliation } from "@anji/figures";
import type { Day, RefusalParams } from "@anji/kernel";
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
  readonly period: PeriodFacts;
  readonly unitsWithoutSelfCheck: number;
  readonly amendedSince: number;
  readonly missingCities: readonly string[];
  /** Without a summary by an approved waiver: named, and no error. */
  readonly waivedCities: readonly string[];
};

/** What a monthly report must meet in the order of months, at submission and at receipt. */
export type PeriodFacts = {
  /** The last day of its month while that still runs. */
  readonly runsUntil: Day | null;
  readonly isFrozenEarly: boolean;
  /** The last received month where the figures follow another one; "" where none is received. */
  readonly otherOpening: string | null;
  /** An earlier month that is submitted and not decided. */
  readonly undecidedMonth: string | null;
  /** A later month that is received already. */
  readonly laterMonth: string | null;
};

/** For a summary: it counts up to now, and all its units have reported. Only a monthly report has these facts. */
export const NO_PERIOD: PeriodFacts = {
  runsUntil: null,
  isFrozenEarly: false,
  otherOpening: null,
  undecidedMonth: null,
  laterMonth: null,
};
export const NOTHING_TO_WARN_OF = { unitsWithoutSelfCheck: 0, amendedSince: 0 } as const;

export function firstError(checks: readonly ReportCheck[]): ReportCheck | null {
  return checks.find((check) => check.severity === "error") ?? null;
}

/** What keeps a report from being submitted, and what it warns of. */
export function reportChecks(facts: CheckedFacts): ReportCheck[] {
  const { laterMonth } = facts.period;
  return [
    ...reconciliation(facts),
    ...periodErrors(facts.period),
    ...textErrors(facts),
    ...errorsOf(facts),
    ...(laterMonth === null ? [] : [warning("reporting.laterReceived", { month: laterMonth })]),
    ...warningsOf(facts),
  ];
}

/** What keeps a submitted report from being received: it must be returned and frozen again. */
export function receiptChecks(period: PeriodFacts): ReportCheck[] {
  const { undecidedMonth } = period;
  const inOrder = undecidedMonth === null ? [] : [error("reporting.earlierUndecided", { month: undecidedMonth })];
  return [...inOrder, ...periodErrors(period)];
}

/** 期初 = the last received 期末, and nothing of a month that still runs. */
function periodErrors({ runsUntil, isFrozenEarly, otherOpening }: PeriodFacts): ReportCheck[] {
  const month = otherOpening === "" ? "—" : otherOpening;
  return [
    ...(runsUntil === null ? [] : [error("reporting.monthRunning", { day: runsUntil })]),
    ...(isFrozenEarly ? [error("reporting.frozenEarly", {})] : []),
    ...(month === null ? [] : [error("reporting.openingDiffers", { month })]),
  ];
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

function warningsOf({ amendedSince, unitsWithoutSelfCheck, waivedCities }: CheckedFacts): ReportCheck[] {
  const units = waivedCities.join("、");
  return [
    ...(waivedCities.length === 0 ? [] : [warning("reporting.citySummariesWaived", { units })]),
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
