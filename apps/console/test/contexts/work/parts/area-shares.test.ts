import { expect, it } from "vitest";
import { areaShares } from "../../../../src/contexts/work/parts/area-shares.ts";

const money = {
  statedFen: "0",
  reducedFen: "0",
  repaidFen: "0",
  rebookedFen: "0",
  writtenOffFen: "0",
  outstandingFen: "0",
};
const group = (key: string, count: number) => ({ ...money, key, name: key, count, foundFen: "0", recoveredFen: "0" });

it("what is rectified is counted by closed findings, what is recovered by money, and neither is rounded up", () => {
  const total = { ...money, count: 300, foundFen: "100000", recoveredFen: "66999", writtenOffFen: "33001" };
  expect(areaShares({ groups: [group("closed", 299), group("rectifying", 1)], total })).toEqual({
    rectified: 99,
    recovered: 66,
  });
});

it("an area without findings or without amounts has no share", () => {
  expect(areaShares({ groups: [], total: { ...money, count: 0, foundFen: "0", recoveredFen: "0" } })).toEqual({
    rectified: null,
    recovered: null,
  });
});
