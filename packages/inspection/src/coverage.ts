import type { CampaignPlan } from "@anji/campaign";
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
export type ProvinceFloor = Floor & { unit: "cities" | "counties" };

/** The units of an area and the checks made of them. */
export type CoverageFacts = {
  plan: CampaignPlan;
  units: readonly CoverageUnit[];
  checks: readonly CoverageSpotCheck[];
};

/** 各市领导小组要进行抽查，抽查面不少于70%的县 */
export function cityFloors(facts: CoverageFacts): CityFloor[] {
  const { percent } = facts.plan.floors.city;
  return facts.units
    .filter((unit) => unit.level === "city")
    .map(({ unitCode, unitName }) => ({
      unitCode,
      unitName,
      ...floorOf(countedForCity(facts, unitCode), { facts, level: "city", percent }),
    }));
}

/** 省级领导小组在巡查的基础上，抽查面不少于50% */
export function provinceFloor(facts: CoverageFacts): ProvinceFloor {
  const { percent, unit } = facts.plan.floors.province;
  return { unit, ...floorOf(countedForProvince(facts), { facts, level: "province", percent }) };
}

/** The counties in the denominator of a city's floor. */
function countedForCity(facts: Pick<CoverageFacts, "plan" | "units">, cityCode: string): CoverageUnit[] {
  return facts.units.filter(
    (unit) => unit.level === "county" && unit.parentCode === cityCode && countsForCityFloor(facts.plan, unit.kind),
  );
}

/** The units in the denominator of the province's floor. */
function countedForProvince(facts: Pick<CoverageFacts, "plan" | "units">): CoverageUnit[] {
  const level = facts.plan.floors.province.unit === "cities" ? "city" : "county";
  return facts.units.filter((unit) => unit.level === level);
}

function floorOf(
  counted: readonly CoverageUnit[],
  options: { facts: CoverageFacts; level: SpotCheckLevel; percent: number },
): Floor {
  const { level, percent, facts } = options;
  const checksOf = checksByUnit(facts, level);
  const open = counted.filter((unit) => !checksOf(unit).some((check) => check.status === "countersigned"));
  const done = counted.length - open.length;
  const needed = coverageNeeded(counted.length, percent);
  return {
    total: counted.length,
    needed,
    done,
    scheduled: open.filter((unit) => checksOf(unit).length > 0).length,
    shortBy: Math.max(0, needed - done),
    percentFloor: percent,
  };
}

/** The checks of one level that count for a unit: its own, and for a city those of its counties. A unit counts once. */
function checksByUnit(
  facts: CoverageFacts,
  level: SpotCheckLevel,
): (unit: CoverageUnit) => readonly CoverageSpotCheck[] {
  const parents = new Map(facts.units.map((unit) => [unit.unitCode, unit.parentCode]));
  const ofLevel = facts.checks.filter((check) => check.level === level && check.status !== "cancelled");
  const byUnit = Map.groupBy(ofLevel, (check) => check.unitCode);
  const byParent = Map.groupBy(ofLevel, (check) => parents.get(check.unitCode) ?? null);
  return (unit) => [
    ...(byUnit.get(unit.unitCode) ?? []),
    ...(unit.level === "city" ? (byParent.get(unit.unitCode) ?? []) : []),
  ];
}
