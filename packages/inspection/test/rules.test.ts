import { type CampaignWorld, hebeiPlan } from "@anji/campaign/testing";
import type { SpotCheckLevel } from "@anji/inspection";
import { openCheckWorld } from "@anji/inspection/testing";
import { type Actor, RefusalError } from "@anji/kernel";
import { testDatabase } from "@anji/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { scheduled } from "./acts.ts";
import { type CheckWorld, checkWorld } from "./world.ts";

const TREE = ["130000", "130100", "130123", "130200", "130223"] as const;

/** For each unit of the tree the rule that keeps a check of it from being scheduled, or the number of the check. */
async function outcomes(world: CampaignWorld, by: Actor, level: SpotCheckLevel) {
  const found: Record<string, string> = {};
  for (const unitCode of TREE) found[unitCode] = await outcomeOf(world, by, { level, unitCode });
  return found;
}

async function outcomeOf(
  world: CampaignWorld,
  by: Actor,
  options: { level: SpotCheckLevel; unitCode: string },
): Promise<string> {
  try {
    return (await scheduled(world, by, options)).number;
  } catch (cause) {
    if (cause instanceof RefusalError) return cause.refusal.rule;
    throw cause;
  }
}

describe("where the province's floor counts cities", () => {
  let world: CheckWorld;
  beforeAll(async () => {
    world = await checkWorld();
  });

  it("a city can schedule a check of its counties and of no other unit", async () => {
    expect(await outcomes(world, world.cityInspector, "city")).toEqual({
      "130000": "kernel.notFound",
      "130100": "inspection.ownUnit",
      "130123": "130123-C1",
      "130200": "kernel.notFound",
      "130223": "kernel.notFound",
    });
  });

  it("the province can schedule a check of every city and county, not of itself", async () => {
    expect(await outcomes(world, world.provinceInspector, "province")).toEqual({
      "130000": "inspection.ownUnit",
      "130100": "130100-P1",
      "130123": "130123-P1",
      "130200": "130200-P1",
      "130223": "130223-P1",
    });
  });
});

describe("where the province's floor counts counties", () => {
  it("a city is none of the units it counts, save for the ministries' own checks", async () => {
    const { world, provinceInspector } = await worldCountingCounties();
    expect(await outcomes(world, provinceInspector, "province")).toMatchObject({
      "130000": "inspection.ownUnit",
      "130100": "inspection.provinceChecksCounties",
      "130123": "130123-P1",
      "130200": "inspection.provinceChecksCounties",
    });
    expect(await outcomes(world, provinceInspector, "ministry")).toMatchObject({
      "130000": "inspection.ownUnit",
      "130100": "130100-M1",
    });
  });
});

async function worldCountingCounties() {
  const { appUrl } = await testDatabase();
  const plan = hebeiPlan();
  const floors = { ...plan.floors, province: { ...plan.floors.province, of: "counties" as const } };
  const units = TREE.map((code) => ({ code, name: code, kind: code.endsWith("00") ? "地级市" : "县" }));
  const world = await openCheckWorld({ appUrl, plan: { ...plan, floors }, units });
  afterAll(() => world.end());
  return {
    world,
    provinceInspector: await world.addPerson({ name: "省检查", unitCode: "130000", roles: ["inspector"] }),
  };
}
