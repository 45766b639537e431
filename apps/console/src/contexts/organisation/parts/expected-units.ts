import { isWithin } from "@anji/kernel";

type UnitOfTree = { readonly code: string; readonly name: string; readonly level: string; readonly regionPath: string };

/**
 * The units a list of filings shows, within the scope: every city that must file, and each other unit that has filed.
 */
export function expectedUnits<Unit extends UnitOfTree>(options: {
  units: readonly Unit[];
  scopeUnit: Unit;
  filed: readonly string[];
}): Unit[] {
  const { units, scopeUnit, filed } = options;
  return units.filter(
    (unit) =>
      isWithin(unit.regionPath, scopeUnit.regionPath) &&
      (unit.level === "city" || filed.includes(unit.code) || unit.code === scopeUnit.code),
  );
}
