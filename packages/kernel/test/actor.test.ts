import { describe, expect, it } from "vitest";

import { whyNotAllowed, type Permission } from "../src/actor.ts";
import { codeOfPath, isWithin, levelOfPath, parentPath, pathOfCode, regionPath, scopeEnd } from "../src/level.ts";
import { anActor } from "../src/testing.ts";

const approve: Permission = { key: "losses.approveWriteOff", levels: ["province"], roles: ["leader"] };

describe("who may do what", () => {
  it("denies every level and role that is not named", () => {
    expect(whyNotAllowed(approve, anActor({ unitCode: "130000", roles: ["leader"] }))).toBeNull();
    expect(whyNotAllowed(approve, anActor({ unitCode: "130100", roles: ["leader"] }))?.rule).toBe("kernel.levelMayNot");
    expect(whyNotAllowed(approve, anActor({ unitCode: "130000", roles: ["clerk"] }))?.rule).toBe("kernel.roleMayNot");
    expect(whyNotAllowed(approve, anActor({ unitCode: "130000", roles: [] }))?.code).toBe("notAllowed");
  });
});

describe("paths in the region tree", () => {
  it("turns a code into a path and back", () => {
    for (const [code, path, level] of [
      ["130000", "13", "province"],
      ["130100", "13.01", "city"],
      ["130102", "13.01.02", "county"],
    ] as const) {
      expect([pathOfCode(code), codeOfPath(pathOfCode(code)), levelOfPath(pathOfCode(code))]).toEqual([
        path,
        code,
        level,
      ]);
    }
    expect(() => regionPath("13.1")).toThrow("not a region path");
  });

  it("holds a subtree between a path and its scope end, neighbours outside", () => {
    const city = pathOfCode("130100");
    const inside = ["13.01", "13.01.02", "13.01.99"];
    const outside = ["13", "13.02", "13.011", "13.00.01"];
    for (const path of inside)
      expect([isWithin(path, city), path >= city && path < scopeEnd(city)]).toEqual([true, true]);
    for (const path of outside)
      expect([isWithin(path, city), path >= city && path < scopeEnd(city)]).toEqual([false, false]);
    expect([parentPath(city), parentPath(pathOfCode("130000"))]).toEqual(["13", null]);
  });
});
