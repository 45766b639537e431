import type { Level } from "@anji/kernel";
import type { GateUnit } from "./gate.ts";

/** The units a phase counts, frozen by the signature that opens it. */
export type RosterUnit = GateUnit;

/**
 * The canonical text of a roster: one line a unit in the order of the codes; code, name, parent, level and kind with a
 * tab between them. A stranger hashes it again with SHA-256.
 */
export function rosterText(units: readonly RosterUnit[]): string {
  const inOrder = units.toSorted((one, other) => (one.unitCode < other.unitCode ? -1 : 1));
  return inOrder
    .map(({ unitCode, unitName, parentCode, level, kind }) =>
      [unitCode, unitName, parentCode ?? "", level, kind].join("\t"),
    )
    .join("\n");
}

/** How many units of a condition's levels may have a waiver: the share in whole units, at least one. */
export function waiverSlots(
  options: { levels: readonly Level[]; sharePercentMax: number },
  units: readonly Pick<RosterUnit, "level">[],
): { of: number; max: number } {
  const of = units.filter((unit) => options.levels.includes(unit.level)).length;
  return { of, max: Math.max(1, Math.floor((of * options.sharePercentMax) / 100)) };
}
