import { isWithin, type RegionPath } from "@anji/kernel";

type Waived = { readonly rule: string; readonly unitCode: string };
type Place = { readonly code: string; readonly regionPath: RegionPath };

/** The waivers of a condition that belong to a unit or to one under it. */
export function coveringWaivers<Waiver extends Waived>(
  waivers: readonly Waiver[],
  about: { rule: string; unit: Place; units: readonly Place[] },
): Waiver[] {
  const { rule, unit, units } = about;
  return waivers.filter((waiver) => {
    const place = units.find((one) => one.code === waiver.unitCode);
    return waiver.rule === rule && place !== undefined && isWithin(place.regionPath, unit.regionPath);
  });
}
