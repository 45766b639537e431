import type { CampaignPlan, ProvinceReading } from "@anji/campaign";
import { countsForCityFloor, coverageNeeded } from "./floors.ts";
import type { SpotCheckStatus } from "./spot-check.lifecycle.ts";
import type { SpotCheckLevel } from "./spot-check.ts";

export type CoverageUnit = {
  unitCode: string;
  unitName: string;
  parentCode: string | null;
  level: string;
  kind: string;
};
export type CoverageSpotCheck = { unitCode: string; level: SpotCheckLevel; status: SpotCheckStatus };

/** How far a floor is met. */
export type Floor = {
  total: number;
  needed: number;
  done: number;
  scheduled: number;
  shortBy: number;
  percentFloor: number;
};
export type CityFloor = Floor & { unitCode: string; unitName: string };
/** The floor by the ruling in force, and what each reading of the plan's sentence counts. */
export type ProvinceFloor = Floor & { of: ProvinceReading; readings: Readonly<Record<ProvinceReading, Floor>> };

/** The units of an area and the checks made of them. */
export type CoverageFacts = {
  plan: CampaignPlan;
  units: readonly CoverageUnit[];
  checks: readonly CoverageSpotCheck[];
};

/** Whether a unit has been checked, or how far its check is. */
type Progress = "done" | "scheduled" | "none";
type ProgressOf = (unit: CoverageUnit) => Progress;

/** 各市领导小组要进行抽查，抽查面不少于70%的县 */
export function cityFloors(facts: CoverageFacts): CityFloor[] {
  const { percent } = facts.plan.floors.city;
  const progressOf = progressBy(facts, "city");
  return facts.units
    .filter((unit) => unit.level === "city")
    .map(({ unitCode, unitName }) => ({
      unitCode,
      unitName,
      ...floorOf(countedForCity(facts, unitCode), { progressOf, percent }),
    }));
}

/** 省级领导小组在巡查的基础上，抽查面不少于50% */
export function provinceFloor(facts: CoverageFacts): ProvinceFloor {
  const { percent, of } = facts.plan.floors.province;
  const ownProgressOf = progressBy(facts, "province");
  const cities = facts.units.filter((unit) => unit.level === "city");
  const counties = facts.units.filter((unit) => unit.level === "county");
  const readings = {
    cities: floorOf(cities, { progressOf: progressWithCounties(facts, { ownProgressOf, counties }), percent }),
    counties: floorOf(counties, { progressOf: ownProgressOf, percent }),
    both: floorOf([...cities, ...counties], { progressOf: ownProgressOf, percent }),
  };
  return { of, ...readings[of], readings };
}

/** The counties in the denominator of a city's floor. */
function countedForCity(facts: Pick<CoverageFacts, "plan" | "units">, cityCode: string): CoverageUnit[] {
  return facts.units.filter(
    (unit) => unit.level === "county" && unit.parentCode === cityCode && countsForCityFloor(facts.plan, unit.kind),
  );
}

function floorOf(counted: readonly CoverageUnit[], options: { progressOf: ProgressOf; percent: number }): Floor {
  const { progressOf, percent } = options;
  const progress = counted.map(progressOf);
  const done = progress.filter((one) => one === "done").length;
  const needed = coverageNeeded(counted.length, percent);
  return {
    total: counted.length,
    needed,
    done,
    scheduled: progress.filter((one) => one === "scheduled").length,
    shortBy: Math.max(0, needed - done),
    percentFloor: percent,
  };
}

/** A unit counts once, by a countersigned check of itself; a cancelled check counts for nothing. */
function progressBy(facts: CoverageFacts, level: SpotCheckLevel): ProgressOf {
  const ofLevel = facts.checks.filter((check) => check.level === level && check.status !== "cancelled");
  const byUnit = Map.groupBy(ofLevel, (check) => check.unitCode);
  return ({ unitCode }) => {
    const checks = byUnit.get(unitCode) ?? [];
    if (checks.some((check) => check.status === "countersigned")) return "done";
    return checks.length > 0 ? "scheduled" : "none";
  };
}

/** A city counts once it is checked itself and as many of its counties as the ruling asks for, or all it has. */
function progressWithCounties(
  facts: Pick<CoverageFacts, "plan">,
  options: { ownProgressOf: ProgressOf; counties: readonly CoverageUnit[] },
): ProgressOf {
  const { ownProgressOf, counties } = options;
  const byCity = Map.groupBy(counties, (county) => county.parentCode);
  return (city) => {
    const ofCity = (byCity.get(city.unitCode) ?? []).map(ownProgressOf);
    const own = ownProgressOf(city);
    const asked = Math.min(facts.plan.floors.province.countiesPerCity, ofCity.length);
    if (own === "done" && ofCity.filter((one) => one === "done").length >= asked) return "done";
    return [own, ...ofCity].some((one) => one !== "none") ? "scheduled" : "none";
  };
}
