import { regionPath } from "@anji/kernel";
import { expect, it } from "vitest";
import { coveringWaivers } from "../../../../../src/contexts/campaign/parts/waivers/covering-waivers.ts";

const city = { code: "130600", regionPath: regionPath("13.06") };
const county = { code: "130681", regionPath: regionPath("13.06.81") };
const other = { code: "130700", regionPath: regionPath("13.07") };
const waiver = { rule: "inspection.cityFloor", unitCode: "130600", status: "approved", expiresOn: "2009-03-01" };

function shown(changes: Partial<typeof waiver>, unit: typeof city): number {
  return coveringWaivers([{ ...waiver, ...changes }], {
    rule: "inspection.cityFloor",
    unit,
    units: [city, county, other],
    today: "2009-03-01",
  }).length;
}

it("a waiver is shown at its unit, at those under it and above it, until its day is over", () => {
  expect([shown({}, city), shown({}, county), shown({ unitCode: "130681" }, city)]).toEqual([1, 1, 1]);
  expect([
    shown({}, other),
    shown({ status: "requested" }, city),
    shown({ rule: "reporting.citySummaries" }, city),
    shown({ expiresOn: "2009-02-28" }, city),
  ]).toEqual([0, 0, 0, 0]);
});
