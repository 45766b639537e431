import { regionPath } from "@anji/kernel";
import { expect, it } from "vitest";
import { coveringWaivers } from "../../../../../src/contexts/campaign/parts/waivers/covering-waivers.ts";

const city = { code: "130600", regionPath: regionPath("13.06") };
const county = { code: "130681", regionPath: regionPath("13.06.81") };
const other = { code: "130700", regionPath: regionPath("13.07") };
const waiver = { rule: "inspection.cityFloor", unitCode: "130600" };

function shown(changes: Partial<typeof waiver>, unit: typeof city): number {
  const about = { rule: "inspection.cityFloor", unit, units: [city, county, other] };
  return coveringWaivers([{ ...waiver, ...changes }], about).length;
}

it("a waiver is shown at its unit and at those above it, never at a unit it does not cover", () => {
  expect([shown({}, city), shown({ unitCode: "130681" }, city), shown({ unitCode: "130681" }, county)]).toEqual([
    1, 1, 1,
  ]);
  expect([shown({}, county), shown({}, other), shown({ rule: "reporting.citySummaries" }, city)]).toEqual([0, 0, 0]);
});
