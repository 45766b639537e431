import { aPlan, hebeiPlan } from "@anji/campaign/testing";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { provinceFloor } from "../src/coverage.ts";
import { countsForCityFloor, coverageNeeded } from "../src/floors.ts";

const hebei = hebeiPlan();

describe("the floors of Hebei 2008", () => {
  it("need 125 counties over the cities, 86 of 172 counties or 6 of 11 cities", () => {
    const counties = [23, 14, 7, 19, 19, 25, 17, 11, 16, 10, 11];
    const withoutDistricts = [17, 8, 4, 15, 17, 22, 13, 8, 14, 8, 10];
    const { city, province } = hebei.floors;
    expect(counties.map((total) => coverageNeeded(total, city.percent))).toEqual([
      17, 10, 5, 14, 14, 18, 12, 8, 12, 7, 8,
    ]);
    expect(sumNeeded(counties, city.percent)).toBe(125);
    expect(sumNeeded(withoutDistricts, city.percent)).toBe(99);
    expect([coverageNeeded(172, province.percent), coverageNeeded(11, province.percent)]).toEqual([86, 6]);
    expect(countsForCityFloor(hebei, "市辖区")).toBe(true);
    const narrower = {
      ...hebei,
      floors: { ...hebei.floors, city: { ...city, denominator: "withoutDistricts" as const } },
    };
    expect([countsForCityFloor(narrower, "市辖区"), countsForCityFloor(narrower, "县")]).toEqual([false, true]);
  });
});

it("another plan's floor is taken of that plan alone", () => {
  const { floors } = aPlan({});
  const plan = aPlan({ floors: { ...floors, city: { ...floors.city, percent: 34, denominator: "withoutDistricts" } } });
  expect([countsForCityFloor(plan, "市辖区"), coverageNeeded(9, plan.floors.city.percent)]).toEqual([false, 4]);
});

describe("the province's share of the cities", () => {
  const cities = ["1", "2", "3", "4", "5"].map((code) => unitOf(code, { parentCode: "0", level: "city" }));
  const counties = cities.flatMap(({ unitCode }) =>
    ["a", "b"].map((code) => unitOf(`${unitCode}${code}`, { parentCode: unitCode, level: "county" })),
  );
  const agency = unitOf("1a-01", { parentCode: "1a", level: "agency" });
  const units = [...cities, ...counties, agency];
  const checksOf = (codes: readonly string[]) =>
    codes.map((unitCode) => ({ unitCode, level: "province" as const, status: "countersigned" as const }));

  it.each([
    ["nothing", [], [0, 0, 0]],
    ["five counties and one city hall", ["1a", "2a", "3a", "4a", "5a", "1"], [1, 5, 6]],
    ["three city halls alone", ["1", "2", "3"], [0, 0, 3]],
    ["three cities, each with a county", ["1", "1a", "2", "2b", "3", "3a"], [3, 3, 6]],
    ["the same city with both counties", ["1", "1a", "1b", "1a"], [1, 2, 3]],
    ["an agency", ["1a-01"], [0, 0, 0]],
  ])("is counted by each reading: %s", (_, checked, [byCities, byCounties, both]) => {
    const { readings, of, done, needed } = provinceFloor({ plan: hebei, units, checks: checksOf(checked) });
    expect([readings.cities.done, readings.counties.done, readings.both.done]).toEqual([byCities, byCounties, both]);
    expect([readings.cities.needed, readings.counties.needed, readings.both.needed]).toEqual([3, 5, 8]);
    expect([of, done, needed]).toEqual(["cities", byCities, 3]);
  });

  it("of a city without counties needs the city alone", () => {
    const [alone] = [unitOf("9", { parentCode: "0", level: "city" })];
    const floor = provinceFloor({ plan: hebei, units: alone === undefined ? [] : [alone], checks: checksOf(["9"]) });
    expect(floor).toMatchObject({ total: 1, needed: 1, done: 1, shortBy: 0 });
  });
});

function unitOf(unitCode: string, place: { parentCode: string; level: string }) {
  return { unitCode, unitName: unitCode, kind: "县", ...place };
}

function sumNeeded(totals: readonly number[], percent: number): number {
  return totals.reduce((sum, total) => sum + coverageNeeded(total, percent), 0);
}

describe("the floor in integers", () => {
  it("is the ceiling for every city of up to 400 counties, and never one less than the share", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 100 }), (total, percent) => {
        const needed = coverageNeeded(total, percent);
        expect(needed * 100 >= total * percent && (needed - 1) * 100 < total * percent).toBe(true);
      }),
    );
    for (let total = 0; total <= 400; total += 1) {
      expect([coverageNeeded(total, 70), coverageNeeded(total, 50)]).toEqual([
        Math.ceil((total * 7) / 10),
        Math.ceil(total / 2),
      ]);
    }
  });
});
