import { refusalOf } from "@anji/kernel/testing";
import { completeSpotCheck, countersignSpotCheck } from "@anji/inspection/verbs";
import { myInspectionWork } from "@anji/inspection/queries";
import type { Conclusion } from "@anji/campaign";
import { campaignOf, gateSnapshot } from "@anji/campaign/queries";
import { checkGates } from "@anji/campaign";
import { inspectionGateSource } from "@anji/inspection/queries";
import { read } from "@anji/database";
import { beforeAll, describe, expect, it } from "vitest";
import { begun, command, completion, scheduled } from "./acts.ts";
import { type CheckWorld, checkWorld } from "./world.ts";

let world: CheckWorld;
beforeAll(async () => {
  world = await checkWorld();
});

const zhengding = { level: "city", unitCode: "130123" } as const;

async function concluded(conclusion: Conclusion, followsId?: string) {
  const by = world.ctxOf(world.cityInspector);
  const target = followsId === undefined ? zhengding : { ...zhengding, followsId };
  const check = await begun(world, world.cityInspector, target);
  const done = await completeSpotCheck(by, { ...completion(check), conclusion });
  const { id, version } = done;
  return countersignSpotCheck(world.ctxOf(world.cityReviewer), { ...command(), id, version });
}

async function gate() {
  return read(world.ctxOf(world.provinceLeader), async (reader) => {
    const campaign = await campaignOf(reader, world.campaignId);
    const gates = { sources: [inspectionGateSource], keys: inspectionGateSource.keys, phase: "acceptance" } as const;
    const snapshot = await gateSnapshot(reader, { campaign, ...gates, path: reader.actor.path, namedMax: 50 });
    return checkGates(world.plan, "acceptance", snapshot).find((one) => one.rule === "inspection.conclusionsFollowed");
  });
}

describe("a check that concluded below 合格", () => {
  it("makes its unit an offender until a follow-up that names it concludes 合格, and waits on the list of its level", async () => {
    const first = await concluded("falsified");
    expect(await gate()).toMatchObject({
      state: "fail",
      offenders: [{ unitCode: "130123", subject: { id: first.id } }],
    });
    const work = await myInspectionWork(world.ctxOf(world.cityInspector), { campaignId: world.campaignId });
    expect(work.map((one) => [one.verb, one.subject.id])).toEqual([["inspection.schedule", first.id]]);
    await concluded("qualified");
    expect(await gate()).toMatchObject({ state: "fail" });
    const again = await concluded("perfunctory", first.id);
    expect(await gate()).toMatchObject({ state: "fail", passed: 0, total: 2 });
    expect(await concluded("qualified", again.id)).toMatchObject({ followsNumber: again.number });
    expect(await gate()).toMatchObject({ state: "pass", passed: 2, total: 2 });
    expect(await myInspectionWork(world.ctxOf(world.cityInspector), { campaignId: world.campaignId })).toEqual([]);
  });

  it("is followed only by a check of the same unit, after it is countersigned, and never by a level below", async () => {
    const good = await concluded("qualified");
    const open = await scheduled(world, world.cityInspector, zhengding);
    const ofOther = { level: "city", unitCode: "130124" } as const;
    const bad = await concluded("perfunctory");
    const attempts = [
      { ...zhengding, followsId: good.id },
      { ...zhengding, followsId: open.id },
      { ...ofOther, followsId: bad.id },
    ];
    for (const attempt of attempts)
      expect(await refusalOf(scheduled(world, world.cityInspector, attempt))).toMatchObject({
        rule: "inspection.followsOther",
        fields: [{ path: "followsId" }],
      });
    const byProvince = await scheduled(world, world.provinceInspector, {
      level: "province",
      unitCode: "130123",
      followsId: bad.id,
    });
    expect(byProvince.followsId).toBe(bad.id);
  });
});
