import type { RefusalParams } from "@anji/kernel";

/** A condition that is not met: an error stops what rests on the figures, a warning is for the person to weigh. */
export type FigureCheck = {
  readonly rule: string;
  readonly severity: "error" | "warning";
  readonly params: RefusalParams;
};

/** What frozen figures must meet before use: they are the sum of their rows, and they agree with each other. */
export function figureChecks(facts: {
  frozenHash: string;
  hashOfRows: string;
  mismatches: readonly string[];
}): FigureCheck[] {
  const { mismatches } = facts;
  return [
    ...(facts.frozenHash === facts.hashOfRows ? [] : [error("figures.differFromRows", {})]),
    ...(mismatches.length === 0 ? [] : [error("figures.doNotAddUp", { places: mismatches.join(", ") })]),
  ];
}

function error(rule: string, params: RefusalParams): FigureCheck {
  return { rule, severity: "error", params };
}
