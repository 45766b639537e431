import { type Gate, type GateUnit, type Standing, standingOf } from "@anji/campaign";

/** What the gates know of a unit's ledger. */
export type LedgerCounts = {
  readonly findingCount: number;
  readonly unclassifiedCount: number;
  readonly unplannedCount: number;
  /** Planned, not done, and past the deadline. */
  readonly overdueCount: number;
};
export const NO_LEDGER: LedgerCounts = {
  findingCount: 0,
  unclassifiedCount: 0,
  unplannedCount: 0,
  overdueCount: 0,
};

export const findingsGates: readonly Gate<LedgerCounts>[] = [
  {
    key: "findings.findingsClassified",
    levels: ["city", "county"],
    judge: (_, units) =>
      units.flatMap((unit) => ofFindings(unit, { missing: unit.unclassifiedCount, reason: "findings.unclassified" })),
  },
  {
    // 立即纠正确有困难的要制定整改计划，限期整改: a plan whose deadline has passed is no plan.
    key: "findings.findingsClosedOrPlanned",
    levels: ["city", "county"],
    judge: (_, units) =>
      units.flatMap((unit) => {
        const missing = unit.unplannedCount + unit.overdueCount;
        const reason = unit.unplannedCount > 0 ? "findings.unplanned" : "findings.planOverdue";
        return ofFindings(unit, { missing, reason });
      }),
  },
];

/** A unit without findings has nothing to check. */
function ofFindings(unit: GateUnit & LedgerCounts, short: { missing: number; reason: string }): Standing[] {
  const total = unit.findingCount;
  return total === 0 ? [] : [standingOf(unit, { passed: total - short.missing, total, reason: short.reason })];
}
