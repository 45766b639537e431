import { type CampaignPlan, checkGates, offendersOf } from "@anji/campaign";
import { campaignOf, gateSnapshot } from "@anji/campaign/queries";
import { hebeiPlan } from "@anji/campaign/testing";
import { cityFloors, provinceFloor } from "@anji/inspection";
import {
  coverage,
  getSpotCheck,
  inspectionGateSource,
  listSpotChecks,
  myInspectionWork,
} from "@anji/inspection/queries";
import { read } from "@anji/database";
import { expectRefused } from "@anji/kernel/testing";
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { checkedFacts } from "../src/queries/gate-source.ts";
import { completed, countersigned, scheduled } from "./acts.ts";
import { type CheckWorld, checkWorld } from "./world.ts";

let world: CheckWorld;
let plan: CampaignPlan;
beforeAll(async () => {
  world = await checkWorld();
  plan = hebeiPlan();
});

describe("coverage as a rule", () => {
  const LEVELS = ["city", "province", "ministry"] as const;
  const STATUSES = ["scheduled", "underway", "completed", "countersigned", "cancelled"] as const;
  const facts = fc.record({
    kinds: fc.array(fc.constantFrom("县", "市辖区", "县级市"), { minLength: 1, maxLength: 40 }),
    percent: fc.integer({ min: 1, max: 100 }),
    denominator: fc.constantFrom("allCountyLevel" as const, "withoutDistricts" as const),
    of: fc.constantFrom("cities" as const, "counties" as const, "both" as const),
    countiesPerCity: fc.integer({ min: 0, max: 3 }),
    checks: fc.array(
      fc.record({
        at: fc.integer({ min: -1, max: 39 }),
        level: fc.constantFrom(...LEVELS),
        status: fc.constantFrom(...STATUSES),
      }),
      { maxLength: 80 },
    ),
  });

  it("counts each unit once, countersigned checks of the level only and cancelled ones never, and rounds the need up", () => {
    fc.assert(
      fc.property(facts, ({ kinds, percent, denominator, of, countiesPerCity, checks: drawn }) => {
        const units = [
          { unitCode: "130000", unitName: "省", parentCode: null, level: "province", kind: "省" },
          { unitCode: "130100", unitName: "市", parentCode: "130000", level: "city", kind: "地级市" },
          ...kinds.map((kind, index) => ({
            unitCode: `c${index}`,
            unitName: "县",
            parentCode: "130100",
            level: "county",
            kind,
          })),
        ];
        const checks = drawn.map(({ at, level, status }) => ({
          unitCode: at < 0 ? "130100" : `c${at}`,
          level,
          status,
        }));
        const floors = {
          city: { ...plan.floors.city, percent, denominator },
          province: { ...plan.floors.province, percent, of, countiesPerCity },
        };
        const [city] = cityFloors({ plan: { ...plan, floors }, units, checks });
        const counted = units.filter(
          (unit) => unit.level === "county" && (denominator === "allCountyLevel" || unit.kind !== "市辖区"),
        );
        const done = counted.filter((unit) =>
          checks.some(
            (one) => one.unitCode === unit.unitCode && one.level === "city" && one.status === "countersigned",
          ),
        );
        expect(city).toMatchObject({ total: counted.length, done: done.length, percentFloor: percent });
        const needed = city?.needed ?? -1;
        // The least integer that reaches the share.
        expect(needed * 100 >= counted.length * percent).toBe(true);
        expect(needed === 0 || (needed - 1) * 100 < counted.length * percent).toBe(true);
        expect(city?.shortBy).toBe(Math.max(0, needed - done.length));
        const stands = counted.filter((unit) =>
          checks.some((one) => one.unitCode === unit.unitCode && one.level === "city" && one.status !== "cancelled"),
        );
        expect((city?.scheduled ?? 0) + done.length).toBe(stands.length);

        const province = provinceFloor({ plan: { ...plan, floors }, units, checks });
        const byProvince = checks.filter((one) => one.level === "province" && one.status === "countersigned");
        const covered = new Set(byProvince.map((one) => one.unitCode));
        const counties = units.filter((unit) => unit.level === "county");
        const checkedCounties = counties.filter((unit) => covered.has(unit.unitCode)).length;
        const ownCheck = covered.has("130100");
        const { readings } = province;
        expect([readings.cities.done, readings.counties.done, readings.both.done]).toEqual([
          ownCheck && checkedCounties >= Math.min(countiesPerCity, counties.length) ? 1 : 0,
          checkedCounties,
          checkedCounties + (ownCheck ? 1 : 0),
        ]);
        expect([readings.cities.total, readings.counties.total, readings.both.total]).toEqual([
          1,
          counties.length,
          counties.length + 1,
        ]);
        expect(province).toEqual({ of, ...readings[of], readings });
      }),
    );
  });
});

describe("coverage of the campaign", () => {
  it("a completed check counts only once another person has countersigned it", async () => {
    await completed(world, world.cityInspector, { level: "city", unitCode: "130121" });
    const before = await coverage(world.ctxOf(world.cityInspector), { campaignId: world.campaignId, unitCode: null });
    expect(before.city).toEqual([
      {
        unitCode: "130100",
        unitName: "石家庄市",
        total: 4,
        needed: 3,
        done: 0,
        scheduled: 1,
        shortBy: 3,
        percentFloor: 70,
      },
    ]);
    for (const unitCode of ["130123", "130124", "130124"]) {
      await countersigned(world, { by: world.cityInspector, other: world.cityReviewer, level: "city", unitCode });
    }
    const after = await coverage(world.ctxOf(world.cityInspector), {
      campaignId: world.campaignId,
      unitCode: "130100",
    });
    expect(after.city[0]).toMatchObject({ done: 2, scheduled: 1, shortBy: 1 });
    expect(after.province).toBeNull();
  });

  it("the province's floor counts a city once it is checked together with one of its counties", async () => {
    const ctx = world.ctxOf(world.provinceInspector);
    const of = async () => (await coverage(ctx, { campaignId: world.campaignId, unitCode: null })).province;
    expect(await of()).toMatchObject({ of: "cities", total: 2, needed: 1, done: 0 });
    const check = (unitCode: string) =>
      countersigned(world, { by: world.provinceInspector, other: world.provinceLeader, level: "province", unitCode });
    await check("130223");
    expect(await of()).toMatchObject({ done: 0, scheduled: 1, shortBy: 1 });
    await check("130200");
    expect(await of()).toMatchObject({
      done: 1,
      shortBy: 0,
      readings: {
        cities: { done: 1, total: 2, needed: 1 },
        counties: { done: 1, total: 5, needed: 3 },
        both: { done: 2, total: 7, needed: 4 },
      },
    });
    const { ruling } = await coverage(ctx, { campaignId: world.campaignId, unitCode: null });
    expect(ruling).toMatchObject({ of: "cities", countiesPerCity: 1, ruling: { by: "省领导小组办公室" } });
  });

  it("gives the gates the checks of each unit, and names the open ones of a short city", async () => {
    const { facts, snapshot } = await read(world.ctxOf(world.provinceLeader), async (reader) => {
      const { path } = reader.actor;
      const campaign = await campaignOf(reader, world.campaignId);
      const gates = { sources: [inspectionGateSource], keys: inspectionGateSource.keys, phase: "acceptance" } as const;
      const checkedNow = await gateSnapshot(reader, { campaign, ...gates, path, namedMax: 50 });
      const place = { campaign, units: checkedNow.units, named: { within: path, max: 50 } };
      return { facts: await checkedFacts(reader, place), snapshot: checkedNow };
    });
    const made = (unitCode: string, level: string, status: string) => ({ checks: [{ unitCode, level, status }] });
    expect(Object.fromEntries(facts.byUnit)).toMatchObject({
      "130121": made("130121", "city", "completed"),
      "130123": made("130123", "city", "countersigned"),
      "130124": made("130124", "city", "countersigned"),
      "130200": made("130200", "province", "countersigned"),
      "130223": made("130223", "province", "countersigned"),
    });
    expect(checkGates(plan, "acceptance", snapshot).map((gate) => [gate.passed, gate.total, gate.state])).toEqual([
      [2, 4, "fail"],
      [1, 1, "pass"],
      [0, 0, "none"],
    ]);
    expect(
      offendersOf({ plan, rule: "inspection.cityFloor" }, snapshot).map((one) => [one.unitCode, one.reason]),
    ).toEqual([
      ["130100", "inspection.notCountersigned"],
      ["130200", "inspection.belowCityFloor"],
    ]);
    expect(facts.subjects["inspection.cityFloor"]).toMatchObject([
      {
        unitCode: "130100",
        subject: { kind: "spotCheck", number: "130121-C1" },
        reason: "inspection.notCountersigned",
      },
    ]);
    expect(facts.subjects["inspection.provinceFloor"]).toEqual([]);
  });

  it("an area sees its own checks only, page by page", async () => {
    const page = { campaignId: world.campaignId, level: null, unitCode: null, status: null, limit: 2 };
    const first = await listSpotChecks(world.ctxOf(world.cityInspector), { ...page, cursor: null });
    const second = await listSpotChecks(world.ctxOf(world.cityInspector), {
      ...page,
      cursor: first.items.at(-1)?.id ?? null,
    });
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([2, 2, null]);
    const far = await listSpotChecks(world.ctxOf(world.farInspector), { ...page, cursor: null });
    expect(far.items.map((one) => one.unitCode)).toEqual(["130223", "130200"]);
    const signed = { ...page, limit: 50, cursor: null, status: "countersigned" as const };
    const counted = await listSpotChecks(world.ctxOf(world.cityInspector), signed);
    expect(counted.items.map((one) => one.status)).toEqual(["countersigned", "countersigned", "countersigned"]);
    const outside = listSpotChecks(world.ctxOf(world.farInspector), { ...page, unitCode: "130123", cursor: null });
    await expectRefused(outside, "kernel.notFound");
  });

  it("shows each person the checks that wait for him, and why the other acts are closed", async () => {
    const check = await scheduled(world, world.cityInspector, { level: "city", unitCode: "130102" });
    const input = { campaignId: world.campaignId };
    const inspector = await myInspectionWork(world.ctxOf(world.cityInspector), input);
    expect(inspector.map((one) => [one.verb, one.unitCode])).toEqual([["inspection.begin", "130102"]]);
    const reviewer = await myInspectionWork(world.ctxOf(world.cityReviewer), input);
    expect(reviewer.map((one) => [one.verb, one.number])).toEqual([["inspection.countersign", "130121-C1"]]);
    const detail = await getSpotCheck(world.ctxOf(world.cityInspector), { id: check.id });
    expect(detail.acts.map((act) => [act.verb, act.isPrimary, act.whyNot?.rule ?? null])).toEqual([
      ["begin", true, null],
      ["complete", false, "inspection.completeUnderway"],
      ["countersign", false, "inspection.countersignCompleted"],
      ["return", false, "inspection.returnCompleted"],
      ["cancel", false, null],
    ]);
    expect(detail.acts[1]?.whyNot?.message).toBe("只有进行中的抽查可以填写结果。");
  });
});
