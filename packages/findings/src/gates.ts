import { type Gate, type GateUnit, type Standing, standingOf } from "@anji/campaign";

/** What the gates know of a unit's ledger. */
export type LedgerCounts = {
  readonly findingCount: number;
  readonly unclassifiedCount: number;
  readonly unplannedCount: number;
};
export const NO_LEDGER: LedgerCounts = {
  findingCount: 0,
  unclassifiedCount: 0,
  unplannedCount: 0,
};

export const findingsGates: readonly Gate<LedgerCounts>[] = [
  {
    key: "findings.findingsClassified",
    judge: (_, units) =>
      units.flatMap((unit) => ofFindings(unit, { missing: unit.unclassifiedCount, reason: "findings.unclassified" })),
  },
  {
    key: "findings.findingsClosedOrPlanned",
    judge: (_, units) =>
      units.flatMap((unit) => ofFindings(unit, { missing: unit.unplannedCount, reason: "findings.unplanned" })),
  },
];

/** A unit without findings has nothing to check. */
function ofFindings(unit: GateUnit & LedgerCounts, short: { missing: number; reason: string }): Standing[] {
  const total = unit.findingCount;
  return total === 0 ? [] : [standingOf(unit, { passed: total - short.missing, total, reason: short.reason })];
}
