import { type Gate, type GateUnit, type Standing, standingOf } from "@anji/campaign";

/** What the gates know of a unit's ledger. */
export type LedgerCounts = {
  readonly hasSelfCheck: boolean;
  readonly findingCount: number;
  readonly unclassifiedCount: number;
  readonly unplannedCount: number;
};
export const NO_LEDGER: LedgerCounts = {
  hasSelfCheck: false,
  findingCount: 0,
  unclassifiedCount: 0,
  unplannedCount: 0,
};

export const findingsGates: readonly Gate<LedgerCounts>[] = [
  {
    // 各市、县按照专项治理内容…开展自查
    key: "findings.selfChecksComplete",
    judge: (_, units) =>
      units
        .filter((unit) => unit.level === "county")
        .map((unit) =>
          standingOf(unit, { passed: unit.hasSelfCheck ? 1 : 0, total: 1, reason: "findings.selfCheckMissing" }),
        ),
  },
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
