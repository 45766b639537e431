import { type Gate, type GateUnit, standingOf } from "@anji/campaign";
import { type ConcludedCheck, needsFollowing, notFollowed } from "./conclusions.ts";
import { cityFloors, type CoverageSpotCheck, type CoverageFacts, type Floor, provinceFloor } from "./coverage.ts";

/** What the gates know of a unit: the checks made of it, and what they concluded. */
export type CheckedFacts = {
  readonly checks: readonly CoverageSpotCheck[];
  readonly concluded: readonly ConcludedCheck[];
};
export const NEVER_CHECKED: CheckedFacts = { checks: [], concluded: [] };

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
    settings: ({ floors: { province } }) => [
      { key: "percent", value: String(province.percent) },
      { key: "of", value: province.of },
      { key: "countiesPerCity", value: String(province.countiesPerCity) },
      { key: "ruling", value: province.ruling.text },
    ],
    judge: (plan, units) =>
      units
        .filter((unit) => unit.level === "province")
        .map((unit) => standing(unit, provinceFloor(factsOf(plan, units)), "inspection.belowProvinceFloor")),
  },
  {
    // 对工作不认真、整改不彻底的，要督促整改；对弄虚作假，隐瞒问题的，要通报批评，严肃处理
    key: "inspection.conclusionsFollowed",
    levels: ["city", "county"],
    judge: (_, units) =>
      units.flatMap((unit) => {
        const total = unit.concluded.filter((check) => needsFollowing(check.conclusion)).length;
        return total === 0 ? [] : [followedStanding(unit, total)];
      }),
  },
];

function factsOf(plan: CoverageFacts["plan"], units: readonly Unit[]): CoverageFacts {
  return { plan, units, checks: units.flatMap((unit) => unit.checks) };
}

/** A floor asks for no more than the need, however many are checked. */
function standing(unit: Unit, floor: Floor, reason: string) {
  return standingOf(unit, { passed: Math.min(floor.done, floor.needed), total: floor.needed, reason });
}

/** The unit is the offender, by each check that nothing has followed. */
function followedStanding(unit: Unit, total: number) {
  const { unitCode, unitName } = unit;
  const open = notFollowed(unit.concluded);
  return {
    unit,
    total,
    passed: total - open.length,
    offenders: open.map(({ id, number }) => ({
      unitCode,
      unitName,
      subject: { kind: "spotCheck" as const, id, number },
      reason: "inspection.conclusionNotFollowed",
    })),
  };
}
