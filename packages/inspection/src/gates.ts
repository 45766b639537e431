import { type Gate, type GateUnit, standingOf } from "@anji/campaign";
import { cityFloors, type CoverageSpotCheck, type CoverageFacts, type Floor, provinceFloor } from "./coverage.ts";

/** What the gates know of a unit: the checks made of it. */
export type CheckedFacts = { readonly checks: readonly CoverageSpotCheck[] };
export const NEVER_CHECKED: CheckedFacts = { checks: [] };

type Unit = GateUnit & CheckedFacts;

export const inspectionGates: readonly Gate<CheckedFacts>[] = [
  {
    // 各市领导小组要进行抽查，抽查面不少于70%的县
    key: "inspection.cityFloor",
    levels: ["city"],
    settings: ({ floors }) => [
      { key: "percent", value: String(floors.city.percent) },
      { key: "denominator", value: floors.city.denominator },
    ],
    judge: (plan, units) => {
      const floors = new Map(cityFloors(factsOf(plan, units)).map((floor) => [floor.unitCode, floor]));
      return units.flatMap((unit) => {
        const floor = floors.get(unit.unitCode);
        return floor === undefined ? [] : [standing(unit, floor, "inspection.belowCityFloor")];
      });
    },
  },
  {
    // 省级领导小组在巡查的基础上，抽查面不少于50%
    key: "inspection.provinceFloor",
    levels: ["province"],
    settings: ({ floors }) => [
      { key: "percent", value: String(floors.province.percent) },
      { key: "unit", value: floors.province.unit },
    ],
    judge: (plan, units) =>
      units
        .filter((unit) => unit.level === "province")
        .map((unit) => standing(unit, provinceFloor(factsOf(plan, units)), "inspection.belowProvinceFloor")),
  },
];

function factsOf(plan: CoverageFacts["plan"], units: readonly Unit[]): CoverageFacts {
  return { plan, units, checks: units.flatMap((unit) => unit.checks) };
}

/** A floor asks for no more than the need, however many are checked. */
function standing(unit: Unit, floor: Floor, reason: string) {
  return standingOf(unit, { passed: Math.min(floor.done, floor.needed), total: floor.needed, reason });
}
