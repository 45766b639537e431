import { auditOf } from "@anji/database/testing";
import { type Actor, knownDay } from "@anji/kernel";
import { expectRefused, refusalOf } from "@anji/kernel/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "@anji/testing";
import { isCounted } from "../src/unit.ts";
import { type PeopledInstallation, peopledInstallation } from "../src/testing.ts";
import { addAgency, addCustomUnit, confirmUnit, retireUnit } from "../src/verbs/index.ts";

let room: PeopledInstallation;
let city: Actor;
let adder: Actor;
let office: Actor;

beforeAll(async () => {
  const { appUrl } = await testDatabase();
  room = await peopledInstallation({ appUrl, rules: {}, locale: "zh-CN", startsAt: "2008-09-01" });
  city = await room.person("130100", "administrator");
  adder = await room.person("130000", "administrator");
  office = await room.person("130000", "administrator");
});
afterAll(() => room.end());

function command() {
  return { commandId: crypto.randomUUID() };
}

function zone(by: Actor, name: string) {
  const input = { ...command(), parentCode: "130100", name, kind: "开发区", reason: "单独管理基金" };
  return addCustomUnit(room.ctxOf(by), input);
}

function retiring(code: string, change: object) {
  return {
    ...command(),
    code,
    version: 1,
    retiredOn: knownDay("2008-09-01"),
    mergedInto: null,
    reason: "区划调整",
    ...change,
  };
}

describe("a unit without a national code", () => {
  it("counts once the province confirmed it, with one audit row", async () => {
    const added = await zone(city, "甲区");
    expect(isCounted(added, "2008-09-01")).toBe(false);
    const input = { ...command(), code: added.code, version: 1 };
    await expectRefused(confirmUnit(room.ctxOf(city), input), "kernel.levelMayNot");
    const confirmed = await confirmUnit(room.ctxOf(office), input);
    expect([isCounted(confirmed, "2008-09-01"), confirmed.version]).toEqual([true, 2]);
    expect(await auditOf(room, { provincePath: "13", commandId: input.commandId })).toMatchObject([
      { verb: "jurisdictions.confirmUnit" },
    ]);
    expect((await refusalOf(confirmUnit(room.ctxOf(office), { ...input, ...command() }))).code).toBe("stale");
    const again = confirmUnit(room.ctxOf(office), { ...command(), code: added.code, version: 2 });
    await expectRefused(again, "jurisdictions.confirmCustom");
    const county = confirmUnit(room.ctxOf(office), { ...command(), code: "130102", version: 1 });
    await expectRefused(county, "jurisdictions.confirmCustom");
  });

  it("is confirmed by another person than the one who added it", async () => {
    const { code } = await zone(adder, "乙区");
    const input = { ...command(), code, version: 1 };
    await expectRefused(confirmUnit(room.ctxOf(adder), input), "jurisdictions.confirmOther");
    expect(await confirmUnit(room.ctxOf(office), { ...input, ...command() })).toMatchObject({ version: 2 });
  });
});

describe("a unit that retires", () => {
  it("counts until its day and stays listed with the unit it was merged into", async () => {
    const input = retiring("130104", { retiredOn: knownDay("2008-10-01"), mergedInto: "130105" });
    const retired = await retireUnit(room.ctxOf(office), input);
    expect(retired).toMatchObject({ code: "130104", mergedInto: "130105", retiredReason: "区划调整" });
    expect([isCounted(retired, "2008-09-30"), isCounted(retired, "2008-10-01")]).toEqual([true, false]);
    expect(await auditOf(room, { provincePath: "13", commandId: input.commandId })).toHaveLength(1);
  });

  it("is a county-level unit that still counts, from today on, into another one of these", async () => {
    const refused = (code: string, change: object) =>
      refusalOf(retireUnit(room.ctxOf(office), retiring(code, change))).then((one) => one.rule);
    expect(await refused("130100", {})).toBe("jurisdictions.retireRegion");
    expect(await refused("130104", { version: 2 })).toBe("jurisdictions.retireRegion");
    expect(await refused("130107", { retiredOn: knownDay("2008-08-31") })).toBe("jurisdictions.retireFromToday");
    for (const mergedInto of ["130107", "130100"])
      expect(await refused("130107", { mergedInto })).toBe("jurisdictions.mergeOther");
    await expectRefused(retireUnit(room.ctxOf(city), retiring("130107", {})), "kernel.levelMayNot");
    const { code } = await addAgency(room.ctxOf(office), { ...command(), parentCode: "130107", name: "社保所" });
    expect(await refused(code, {})).toBe("jurisdictions.retireRegion");
  });
});
