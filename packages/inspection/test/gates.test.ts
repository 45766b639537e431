import type { CampaignPlan, GateUnit } from "@anji/campaign";
import {
  aPlan,
  type GateCase,
  gateResult,
  describeGates,
  phasesNaming,
  snapshotOf,
  unitsWith,
} from "@anji/campaign/testing";
import { cityFloors, provinceFloor, SPOT_CHECK_STATUSES } from "@anji/inspection";
import { newId } from "@anji/kernel";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ConcludedCheck, conclusionsFitting, mayFollow } from "../src/conclusions.ts";
import type { CoverageSpotCheck } from "../src/coverage.ts";
import { type CheckedFacts, inspectionGates, NEVER_CHECKED } from "../src/gates.ts";

const phases = phasesNaming({ acceptance: inspectionGates.map((gate) => gate.key) });
const plan = aPlan({ phases });
const { city, county, province: aProvince } = unitsWith(NEVER_CHECKED);
const province = aProvince({});
type Unit = GateUnit & CheckedFacts;

/** A number of countersigned checks of a unit, by one level. */
function checked(unitCode: string, level: CoverageSpotCheck["level"], times: number): CheckedFacts {
  const checks = Array.from({ length: times }, () => ({ unitCode, level, status: "countersigned" as const }));
  return { ...NEVER_CHECKED, checks };
}

const firstId = newId<"spotCheck">(new Date());

/** A check that concluded 走过场, and one that names it as the check it follows. */
function bad(unitCode: string): ConcludedCheck {
  const number = `${unitCode}-C1`;
  return { id: firstId, number, unitCode, level: "city", conclusion: "perfunctory", followsId: null };
}

function followUp(unitCode: string, conclusion: ConcludedCheck["conclusion"]): ConcludedCheck {
  return { ...bad(unitCode), id: newId<"spotCheck">(new Date()), conclusion, followsId: firstId };
}

function countyChecked(unitCode: string, times: number, kind = "县"): Unit {
  return county(unitCode, { ...checked(unitCode, "city", times), kind });
}

function result(key: string, units: readonly Unit[], of: CampaignPlan) {
  return gateResult(of, key, snapshotOf(inspectionGates, { plan: of, units, waivers: [] }));
}

const CASES: readonly GateCase<CheckedFacts>[] = [
  {
    key: "inspection.cityFloor",
    met: [city("130100", {}), countyChecked("130102", 1), countyChecked("130103", 5), countyChecked("130104", 1)],
    unmet: [
      city("130100", {}),
      countyChecked("130102", 9),
      county("130103", {}),
      county("130104", {}),
      countyChecked("130202", 1),
    ],
    counts: [1, 3],
    offenders: [["130100", "inspection.belowCityFloor"]],
  },
  {
    key: "inspection.provinceFloor",
    met: [
      province,
      city("130100", checked("130100", "province", 1)),
      city("130200", {}),
      city("130300", checked("130300", "province", 1)),
      county("130302", checked("130302", "province", 1)),
    ],
    unmet: [
      province,
      city("130100", checked("130100", "province", 3)),
      ...["130202", "130203", "130204", "130205", "130206"].map((code) => county(code, checked(code, "province", 1))),
      city("130200", {}),
      city("130300", {}),
    ],
    counts: [1, 2],
    offenders: [["130000", "inspection.belowProvinceFloor"]],
  },
  {
    key: "inspection.conclusionsFollowed",
    met: [province, county("130102", { concluded: [bad("130102"), followUp("130102", "qualified")] })],
    unmet: [
      province,
      city("130100", { concluded: [bad("130100")] }),
      county("130102", { concluded: [bad("130102"), followUp("130102", "qualified")] }),
      county("130103", { concluded: [bad("130103"), followUp("130103", "incomplete")] }),
    ],
    counts: [1, 4],
    offenders: [
      ["130100", "inspection.conclusionNotFollowed"],
      ["130103", "inspection.conclusionNotFollowed"],
      ["130103", "inspection.conclusionNotFollowed"],
    ],
  },
];

describeGates(inspectionGates, { plan: plan, cases: CASES });

describe("a plan's settings", () => {
  const { city: ofCity, province: ofProvince } = plan.floors;
  const withoutDistricts = aPlan({
    phases,
    floors: { province: ofProvince, city: { ...ofCity, denominator: "withoutDistricts" } },
  });
  const ofCounties = aPlan({ phases, floors: { city: ofCity, province: { ...ofProvince, of: "counties" } } });
  const units = [
    city("130100", {}),
    county("130102", { kind: "市辖区" }),
    county("130103", { kind: "市辖区" }),
    countyChecked("130121", 1),
  ];

  it("decide what a floor is taken of", () => {
    const cityFloor = [plan, withoutDistricts].map((of) => result("inspection.cityFloor", units, of));
    expect(cityFloor.map((one) => one.total)).toEqual([3, 1]);
    expect(cityFloor[1]?.state).toBe("pass");
    const provinceFloors = [ofCounties, plan].map((of) => result("inspection.provinceFloor", [province, ...units], of));
    expect(provinceFloors.map((one) => [one.passed, one.total])).toEqual([
      [0, 2],
      [0, 1],
    ]);
  });

  it("are shown with the result", () => {
    expect(result("inspection.cityFloor", units, withoutDistricts).settings).toEqual([
      { key: "percent", value: "70" },
      { key: "denominator", value: "withoutDistricts" },
    ]);
    expect(result("inspection.provinceFloor", units, ofCounties).settings).toEqual([
      { key: "percent", value: "50" },
      { key: "of", value: "counties" },
      { key: "countiesPerCity", value: "1" },
      { key: "ruling", value: "按设区市计" },
    ]);
  });
});

describe("the city floor", () => {
  it("is met exactly when the share of counties checked is not less than the floor, in integers", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 60 }),
        fc.integer({ min: 1, max: 100 }),
        (checks, percent) => {
          const of = aPlan({ phases, floors: { ...plan.floors, city: { ...plan.floors.city, percent } } });
          const counties = checks.map((times, index) => countyChecked(`1301${String(index + 10)}`, times));
          const floor = result("inspection.cityFloor", [city("130100", {}), ...counties], of);
          const covered = checks.filter((one) => one > 0).length;
          const meets = covered * 100 >= checks.length * percent;
          expect(floor.state).toBe(checks.length === 0 ? "none" : meets ? "pass" : "fail");
          expect(floor.passed).toBe(Math.min(covered, floor.total));
        },
      ),
    );
  });
});

describe("a gate and the coverage on the page", () => {
  const LEVELS = ["city", "province"] as const;
  const check = fc.record({ level: fc.constantFrom(...LEVELS), status: fc.constantFrom(...SPOT_CHECK_STATUSES) });
  const anyUnit = fc.record({
    kind: fc.constantFrom("县", "市辖区", "县级市"),
    checks: fc.array(check, { maxLength: 3 }),
  });
  const anyCity = fc.record({
    own: fc.array(check, { maxLength: 2 }),
    counties: fc.array(anyUnit, { maxLength: 12 }),
  });
  const anyFloors = fc.record({
    percent: fc.integer({ min: 1, max: 100 }),
    denominator: fc.constantFrom("allCountyLevel" as const, "withoutDistricts" as const),
    of: fc.constantFrom("cities" as const, "counties" as const, "both" as const),
    countiesPerCity: fc.integer({ min: 0, max: 3 }),
  });

  it("say the same of every area: what is needed, how far it is, and who is short", () => {
    fc.assert(
      fc.property(
        fc.array(anyCity, { maxLength: 5 }),
        anyFloors,
        (cities, { percent, denominator, of: reading, countiesPerCity }) => {
          const { city: ofCity, province: ofProvince } = plan.floors;
          const floors = {
            city: { ...ofCity, percent, denominator },
            province: { ...ofProvince, percent, of: reading, countiesPerCity },
          };
          const of = aPlan({ phases, floors });
          const units = [
            province,
            ...cities.flatMap(({ own, counties }, at) => {
              const code = `13${String(at + 10)}`;
              const under = counties.map((one, place) => {
                const unitCode = `${code}${String(place + 10)}`;
                return county(unitCode, {
                  kind: one.kind,
                  concluded: [],
                  checks: one.checks.map((each) => ({ unitCode, ...each })),
                });
              });
              return [city(`${code}00`, { checks: own.map((each) => ({ unitCode: `${code}00`, ...each })) }), ...under];
            }),
          ];
          const facts = { plan: of, units, checks: units.flatMap((one) => one.checks) };
          const shown = [
            ["inspection.cityFloor", cityFloors(facts)] as const,
            ["inspection.provinceFloor", [{ unitCode: "130000", ...provinceFloor(facts) }]] as const,
          ];
          for (const [key, onPage] of shown) {
            const gate = result(key, units, of);
            expect(gate.cells.map((cell) => [cell.unitCode, cell.total, cell.total - cell.passed])).toEqual(
              onPage.map((floor) => [floor.unitCode, floor.needed, floor.shortBy]),
            );
            expect(gate.offenders.map((one) => one.unitCode)).toEqual(
              onPage.filter((floor) => floor.shortBy > 0).map((floor) => floor.unitCode),
            );
          }
        },
      ),
    );
  });
});

describe("the conclusion of a check", () => {
  it.each([
    [100, ["good", "perfunctory", "falsified"]],
    [90, ["good", "perfunctory", "falsified"]],
    [89, ["qualified", "perfunctory", "falsified"]],
    [70, ["qualified", "perfunctory", "falsified"]],
    [69, ["incomplete", "perfunctory", "falsified"]],
    [0, ["incomplete", "perfunctory", "falsified"]],
  ])("of %i marks is the one they reach, or a veto", (total, fitting) => {
    expect(conclusionsFitting(plan, total)).toEqual(fitting);
  });

  it("of the province is followed by the province, that of a city by either", () => {
    expect([mayFollow("city", "city"), mayFollow("province", "city"), mayFollow("province", "ministry")]).toEqual([
      true,
      true,
      true,
    ]);
    expect([mayFollow("city", "province"), mayFollow("city", "ministry")]).toEqual([false, false]);
  });
});
