import { auditOf, type TestInstallation } from "@anji/database/testing";
import { type Actor } from "@anji/kernel";
import { expectRefused, refusalOf } from "@anji/kernel/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { unitTree } from "../src/queries/index.ts";
import { aPerson } from "../src/testing.ts";
import { addAgency, addCustomUnit } from "../src/verbs/index.ts";
import { administratedRoom } from "./room.ts";

let installation: TestInstallation;
let province: Actor;
let city: Actor;
let county: Actor;

beforeAll(async () => {
  ({ installation, province, city, county } = await administratedRoom("zh-CN"));
});

/** A unit cannot have two units of the same name under it. */
let number = 0;
function nextNumber(): number {
  number += 1;
  return number;
}

function zone(parentCode: string) {
  return {
    commandId: crypto.randomUUID(),
    parentCode,
    name: `高新技术产业开发区${nextNumber()}`,
    kind: "开发区",
    reason: "行政区划代码未列",
  };
}

function agency(parentCode: string) {
  return { commandId: crypto.randomUUID(), parentCode, name: `医疗保险管理中心${nextNumber()}` };
}

describe("the unit tree", () => {
  it.each([
    ["130000", 184],
    ["131100", 11 + 1 + 1],
    ["131102", 1 + 1 + 1],
  ])("of %s is its own area and what stands above it: %i units", async (unitCode, units) => {
    const actor = await aPerson(installation, { unitCode, roles: ["observer"] });
    for (const ctx of [installation.ctxOf(actor), installation.unfilteredCtxOf(actor)]) {
      const { items } = await unitTree(ctx);
      expect(items.filter((one) => !one.isCustom)).toHaveLength(units);
    }
  });

  it("names a county with its city, for 桥东区 alone says little", async () => {
    const { items } = await unitTree(installation.ctxOf(province));
    expect(items.find((one) => one.code === "130103")?.fullName).toBe("河北省石家庄市桥东区");
  });
});

describe("adding a custom unit", () => {
  it("gives it a code of its own under its city, and one audit row", async () => {
    const input = { ...zone("130200"), name: "高新技术产业开发区" };
    const row = await addCustomUnit(installation.ctxOf(province), input);
    expect(row).toMatchObject({
      code: "130271",
      regionPath: "13.02.71",
      parentCode: "130200",
      level: "county",
      isCustom: true,
      fullName: "河北省唐山市高新技术产业开发区",
    });
    const audit = await auditOf(installation, { provincePath: "13", commandId: input.commandId });
    expect(audit.map(({ verb, subjectId, before, regionPath }) => [verb, subjectId, before, regionPath])).toEqual([
      ["jurisdictions.addCustomUnit", "130271", null, "13.02.71"],
    ]);
  });

  it("by twenty at once gives twenty different codes, none of them a code in use", async () => {
    const before = await unitTree(installation.ctxOf(city));
    const rows = await Promise.all(
      Array.from({ length: 20 }, () => addCustomUnit(installation.ctxOf(city), zone("130100"))),
    );
    const codes = rows.map((row) => row.code);
    expect(new Set(codes).size).toBe(20);
    expect(before.items.filter((one) => codes.includes(one.code))).toEqual([]);
  });

  it("is refused at the name when one of that name is there, however often and by whomever it is sent", async () => {
    const named = () => ({ ...zone("130300"), name: "北戴河新区" });
    const outcomes = await Promise.allSettled(
      Array.from({ length: 6 }, () => addCustomUnit(installation.ctxOf(province), named())),
    );
    expect(outcomes.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    const refused = await refusalOf(addCustomUnit(installation.ctxOf(province), named()));
    expect([refused.code, refused.rule, refused.fields[0]?.path]).toEqual([
      "conflict",
      "jurisdictions.unitNameTaken",
      "name",
    ]);
    const elsewhere = await addCustomUnit(installation.ctxOf(province), { ...named(), parentCode: "130400" });
    expect(elsewhere.name).toBe("北戴河新区");
  });

  it("ends when the two digits are used up", async () => {
    const add = () => addCustomUnit(installation.ctxOf(province), zone("130700"));
    const { items } = await unitTree(installation.ctxOf(province));
    const taken = items.filter((one) => one.parentCode === "130700" && Number(one.code.slice(4)) >= 71).length;
    for (let left = 29 - taken; left > 0; left -= 1) await add();
    const refused = await refusalOf(add());
    expect([refused.code, refused.rule]).toEqual(["precondition", "jurisdictions.codesExhausted"]);
  });

  it("is refused under anything but a city", async () => {
    for (const parent of ["130000", "130102"]) {
      const refused = await refusalOf(addCustomUnit(installation.ctxOf(province), zone(parent)));
      expect([refused.code, refused.rule]).toEqual(["invalid", "jurisdictions.parentLevel"]);
    }
  });

  it("is for administrators of a province or city, in their own area", async () => {
    await expectRefused(addCustomUnit(installation.ctxOf(county), zone("130100")), "kernel.levelMayNot");
    const clerk = await aPerson(installation, {
      unitCode: "130100",
      roles: ["clerk", "reviewer", "leader", "inspector"],
    });
    await expectRefused(addCustomUnit(installation.ctxOf(clerk), zone("130100")), "kernel.roleMayNot");
    for (const ctx of [installation.ctxOf(city), installation.unfilteredCtxOf(city)]) {
      const refused = await refusalOf(addCustomUnit(ctx, zone("130300")));
      expect([refused.code, refused.rule]).toEqual(["notFound", "kernel.notFound"]);
    }
  });
});

describe("adding a handling agency", () => {
  it("numbers it under its region and gives it its region's path", async () => {
    const first = await addAgency(installation.ctxOf(county), agency("130102"));
    const named = { ...agency("130102"), name: "医疗保险管理中心" };
    const second = await addAgency(installation.ctxOf(city), named);
    expect([first.code, second.code]).toEqual(["130102-01", "130102-02"]);
    expect(second).toMatchObject({
      regionPath: "13.01.02",
      level: "agency",
      fullName: "河北省石家庄市长安区医疗保险管理中心",
    });
    const input = agency("130000");
    expect(await addAgency(installation.ctxOf(province), input)).toMatchObject({ code: "130000-01", regionPath: "13" });
    expect(await auditOf(installation, { provincePath: "13", commandId: input.commandId })).toHaveLength(1);
  });

  it("does not use up the codes of custom units", async () => {
    await addAgency(installation.ctxOf(province), agency("130800"));
    expect((await addCustomUnit(installation.ctxOf(province), zone("130800"))).code).toBe("130871");
  });

  it("is refused under an agency, outside the own area, and to other roles", async () => {
    await addAgency(installation.ctxOf(province), agency("130900"));
    await expectRefused(addAgency(installation.ctxOf(province), agency("130900-01")), "jurisdictions.parentLevel");
    await expectRefused(addAgency(installation.ctxOf(county), agency("130100")), "kernel.notFound");
    const clerk = await aPerson(installation, { unitCode: "130102", roles: ["clerk"] });
    await expectRefused(addAgency(installation.ctxOf(clerk), agency("130102")), "kernel.roleMayNot");
  });
});
