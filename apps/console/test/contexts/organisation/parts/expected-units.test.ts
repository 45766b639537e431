import { expect, it } from "vitest";
import { expectedUnits } from "../../../../src/contexts/organisation/parts/expected-units.ts";

const province = { code: "130000", name: "河北省", level: "province", regionPath: "13" };
const city = { code: "130600", name: "保定市", level: "city", regionPath: "13.06" };
const county = { code: "130681", name: "涿州市", level: "county", regionPath: "13.06.81" };
const other = { code: "130100", name: "石家庄市", level: "city", regionPath: "13.01" };
const units = [province, city, county, other];

it("every city of the scope is expected to file, a county is shown once it has filed", () => {
  expect(expectedUnits({ units, scopeUnit: province, filed: [] })).toEqual([province, city, other]);
  expect(expectedUnits({ units, scopeUnit: province, filed: ["130681"] })).toEqual([province, city, county, other]);
});

it("nothing outside the scope is shown", () => {
  expect(expectedUnits({ units, scopeUnit: city, filed: ["130100"] })).toEqual([city]);
});
