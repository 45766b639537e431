import type { CampaignPlan } from "@anji/campaign";

/** How many of `total` must be checked to reach `percent`, rounded up in integers. 抽查面不少于70%的县 */
export function coverageNeeded(total: number, percent: number): number {
  return Math.floor((total * percent + 99) / 100);
}

/** Whether a county-level unit of this kind is in the denominator of its city's floor. */
export function countsForCityFloor(plan: CampaignPlan, unitKind: string): boolean {
  const { denominator, districtKinds } = plan.floors.city;
  return denominator === "allCountyLevel" || !districtKinds.includes(unitKind);
}
