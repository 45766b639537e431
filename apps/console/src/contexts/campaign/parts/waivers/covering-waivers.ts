import { isWithin, type RegionPath } from "@anji/kernel";

type Waived = { readonly rule: string; readonly unitCode: string; readonly status: string; readonly expiresOn: string };
type Place = { readonly code: string; readonly regionPath: RegionPath };

/** The approved waivers of a condition still in force that touch a unit: its own, those above it, and those of units under it. */
export function coveringWaivers<Waiver extends Waived>(
  waivers: readonly Waiver[],
  about: { rule: string; unit: Place; units: readonly Place[]; today: string },
): Waiver[] {
  const { rule, unit, units, today } = about;
  return waivers.filter((waiver) => {
    const place = units.find((one) => one.code === waiver.unitCode);
    const isHere =
      place !== undefined &&
      (isWithin(place.regionPath, unit.regionPath) || isWithin(unit.regionPath, place.regionPath));
    return waiver.rule === rule && waiver.status === "approved" && waiver.expiresOn >= today && isHere;
  });
}
