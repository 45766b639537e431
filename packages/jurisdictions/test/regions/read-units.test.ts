import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { readUnits, type RegionUnit } from "../../src/regions/read-units.ts";

const csv = readFileSync(new URL("../../src/regions/hebei-2008-units.csv", import.meta.url), "utf8");
const units = readUnits(csv);
const counties = units.filter((unit) => unit.level === "county");

function count(among: readonly RegionUnit[], kind: string): number {
  return among.filter((unit) => unit.kind === kind).length;
}

describe("the region tree of Hebei in 2008", () => {
  it("has 184 units: one province, 11 cities, 172 county-level units", () => {
    expect(units).toHaveLength(184);
    expect(units.filter((unit) => unit.level === "province").map((unit) => unit.name)).toEqual(["河北省"]);
    expect(units.filter((unit) => unit.level === "city")).toHaveLength(11);
    expect(["市辖区", "县级市", "县", "自治县"].map((kind) => count(counties, kind))).toEqual([36, 22, 108, 6]);
  });

  it.each([
    ["130100", "石家庄市", 23, 6, 5, 12, 0],
    ["130200", "唐山市", 14, 6, 2, 6, 0],
    ["130300", "秦皇岛市", 7, 3, 0, 3, 1],
    ["130400", "邯郸市", 19, 4, 1, 14, 0],
    ["130500", "邢台市", 19, 2, 2, 15, 0],
    ["130600", "保定市", 25, 3, 4, 18, 0],
    ["130700", "张家口市", 17, 4, 0, 13, 0],
    ["130800", "承德市", 11, 3, 0, 5, 3],
    ["130900", "沧州市", 16, 2, 4, 9, 1],
    ["131000", "廊坊市", 10, 2, 2, 5, 1],
    ["131100", "衡水市", 11, 1, 2, 8, 0],
  ])("%s %s has %i county-level units", (code, name, total, ...byKind) => {
    const below = counties.filter((unit) => unit.parentCode === code);
    expect(units.find((unit) => unit.code === code)?.name).toBe(name);
    expect([below.length, ...["市辖区", "县级市", "县", "自治县"].map((kind) => count(below, kind))]).toEqual([
      total,
      ...byKind,
    ]);
  });

  it("tells units of one name apart by their code", () => {
    for (const [name, times] of [
      ["桥东区", 3],
      ["桥西区", 3],
      ["新华区", 2],
    ] as const) {
      const same = units.filter((unit) => unit.name === name);
      expect([name, same.length, new Set(same.map((unit) => unit.parentCode)).size]).toEqual([name, times, times]);
    }
    expect(new Set(units.map((unit) => unit.code)).size).toBe(184);
  });

  it("keeps 辛集 and 定州 under their cities and names the revision of every code", () => {
    expect(units.find((unit) => unit.code === "130181")).toMatchObject({
      name: "辛集市",
      parentCode: "130100",
      path: "13.01.81",
    });
    expect(units.find((unit) => unit.code === "130682")).toMatchObject({ name: "定州市", parentCode: "130600" });
    expect(new Set(units.map((unit) => unit.revision))).toEqual(new Set(["GB/T 2260-200812"]));
  });

  it("lists parents before their children", () => {
    const seen = new Set<string>();
    for (const unit of units) {
      expect(unit.parentCode === null || seen.has(unit.parentCode)).toBe(true);
      seen.add(unit.code);
    }
  });
});

describe("a list of units that is no tree", () => {
  const header = "code,name,parent,level,kind,revision";
  const province = "130000,河北省,,省,省,R";
  const city = "130100,石家庄市,130000,市,地级市,R";

  it.each([
    ["a wrong header", ["code,name", province], "first line"],
    ["a missing cell", [header, "130000,河北省,,省,省"], "line 2"],
    ["a code that is no code", [header, province, "1301,石家庄市,130000,市,地级市,R"], "line 3: code"],
    ["an unknown level", [header, province, "130100,石家庄市,130000,地,地级市,R"], "line 3: level"],
    ["a code twice", [header, province, city, city], "twice"],
    ["an unknown parent", [header, city], "unknown parent"],
    ["a parent elsewhere", [header, province, city, "130202,路南区,130100,县,市辖区,R"], "does not lie under"],
    ["a level that its code denies", [header, province, "130100,石家庄市,130000,县,县,R"], "is no county"],
  ])("is refused: %s", (_, lines, message) => {
    expect(() => readUnits(lines.join("\n"))).toThrow(message);
  });
});
