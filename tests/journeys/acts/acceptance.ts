import { expect } from "vitest";
import { command, type Person } from "../../support/product.ts";
import { checkResult } from "../../support/leading-group.ts";
import { refusedBy } from "./refused.ts";
import { inBatches, PROVINCE, type Stage, the, type Unit } from "./stage.ts";

type Target = { level: "city" | "province"; by: string; unitCode: string };

/** 抽查面不少于70%的县, as the coverage page asks for: the first counties of every city. */
export async function checksToMake(stage: Stage): Promise<Target[]> {
  const inspector = await stage.at("inspector", PROVINCE);
  const { city: floors, province } = await inspector.rpc.inspection.coverage.query({
    campaignId: stage.campaignId,
    unitCode: null,
  });
  expect(floors.length).toBe(11);
  expect(floors.reduce((all, floor) => all + floor.needed, 0)).toBe(125);
  const ofCities = floors.flatMap(({ unitCode: by, needed }) =>
    countiesOf(stage, by)
      .slice(0, needed)
      .map((county): Target => ({ level: "city", by, unitCode: county.code })),
  );
  const ofProvince = stage.cities
    .slice(0, the(province).needed)
    .flatMap((city) => [city, the(countiesOf(stage, city.code).at(-1))])
    .map((unit): Target => ({ level: "province", by: PROVINCE, unitCode: unit.code }));
  expect(ofProvince.length).toBe(12);
  return [...ofCities, ...ofProvince];
}

function countiesOf(stage: Stage, cityCode: string): Unit[] {
  return stage.counties.filter((county) => county.parentCode === cityCode);
}

/** Scheduled, begun, completed with five scores: by the inspector of the level that checks. */
export async function completeChecks(
  stage: Stage,
  targets: readonly Target[],
): Promise<{ by: string; id: string; version: number }[]> {
  return inBatches(targets, async ({ level, by, unitCode }) => {
    const inspector = await stage.at("inspector", by);
    const { spotChecks: checks } = inspector.rpc.inspection;
    const plan = {
      ...command(),
      campaignId: stage.campaignId,
      level,
      unitCode,
      scheduledOn: "2009-04-20",
      inspectorIds: await inspectorsOf(inspector, stage.campaignId),
      followsId: null,
    };
    const scheduled = await checks.schedule.mutate(plan);
    const begun = await checks.begin.mutate({ ...command(), id: scheduled.id, version: scheduled.version });
    const result = { ...checkResult(the(begun.begunOn)), remark: "自查认真，问题基本纠正。" };
    const completed = await checks.complete.mutate({ ...command(), id: begun.id, version: begun.version, ...result });
    return { by, id: completed.id, version: completed.version };
  });
}

/** Two accounts of the unit that checks, as the page offers them. */
async function inspectorsOf(inspector: Person, campaignId: string): Promise<string[]> {
  const { items } = await inspector.rpc.inspection.inspectors.query({ campaignId });
  const own = the(items.find((one) => one.name.startsWith("检查")));
  return [own.id, the(items.find((one) => one.id !== own.id)).id];
}

/** A second person confirms each result; the person who recorded it may not. */
export async function countersign(
  stage: Stage,
  checks: readonly { by: string; id: string; version: number }[],
): Promise<void> {
  const [{ by, id, version }] = [the(checks[0])];
  const own = (await stage.at("inspector", by)).rpc.inspection.spotChecks.countersign.mutate({
    ...command(),
    id,
    version,
  });
  expect(await refusedBy(own)).toMatchObject({ code: "notAllowed", rule: "inspection.countersignOther" });
  await inBatches(checks, async (check) => {
    const reviewer: Person = await stage.at("reviewer", check.by);
    await reviewer.rpc.inspection.spotChecks.countersign.mutate({ ...command(), id: check.id, version: check.version });
  });
}
