import type { RefusalParams } from "@anji/kernel";

/** A condition that is not met. An error stops what uses the figures; a warning is for the person to decide. */
export type ReconciliationCheck = {
  readonly rule: string;
  readonly severity: "error" | "warning";
  readonly params: RefusalParams;
};

/** What frozen figures must meet before use: they are the sum of their rows, and they agree with each other. */
export function reconciliation(facts: {
  frozenHash: string;
  hashOfRows: string;
  mismatches: readonly string[];
}): ReconciliationCheck[] {
  const { mismatches } = facts;
  return [
    ...(facts.frozenHash === facts.hashOfRows ? [] : [error("figures.differFromRows", {})]),
    ...(mismatches.length === 0 ? [] : [error("figures.notReconciled", { places: mismatches.join(", ") })]),
  ];
}

function error(rule: string, params: RefusalParams): ReconciliationCheck {
  return { rule, severity: "error", params };
}
