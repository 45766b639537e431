import { randomUUID } from "node:crypto";
import type { CampaignWorld } from "@anji/campaign/testing";
import type { SpotCheckLevel } from "@anji/inspection";
import { completeSpotCheckInput, scheduleSpotCheckInput } from "@anji/inspection";
import type { SpotCheckAnswer } from "@anji/inspection/queries";
import { beginSpotCheck, completeSpotCheck, countersignSpotCheck, scheduleSpotCheck } from "@anji/inspection/verbs";
import type { Actor } from "@anji/kernel";

export function command() {
  return { commandId: randomUUID() };
}

type Target = { level: SpotCheckLevel; unitCode: string };

/** A further inspector of each unit, so that a check has two. */
const seconds = new WeakMap<CampaignWorld, Map<string, Promise<Actor>>>();

export function secondInspector(world: CampaignWorld, unitCode: string): Promise<Actor> {
  const known = seconds.get(world) ?? new Map<string, Promise<Actor>>();
  seconds.set(world, known);
  const second = known.get(unitCode) ?? world.addPerson({ name: "检查人员二", unitCode, roles: ["inspector"] });
  known.set(unitCode, second);
  return second;
}

export async function scheduled(
  world: CampaignWorld,
  by: Actor,
  options: Target & { followsId?: string },
): Promise<SpotCheckAnswer> {
  const input = scheduleSpotCheckInput.parse({
    ...command(),
    campaignId: world.campaignId,
    followsId: null,
    ...options,
    scheduledOn: "2009-05-12",
    inspectorIds: [by.personId, (await secondInspector(world, by.unitCode)).personId],
  });
  return scheduleSpotCheck(world.ctxOf(by), input);
}

export async function begun(
  world: CampaignWorld,
  by: Actor,
  options: Target & { followsId?: string },
): Promise<SpotCheckAnswer> {
  const { id, version } = await scheduled(world, by, options);
  return beginSpotCheck(world.ctxOf(by), { ...command(), id, version });
}

export async function completed(
  world: CampaignWorld,
  by: Actor,
  options: Target & { followsId?: string },
): Promise<SpotCheckAnswer> {
  const check = await begun(world, by, options);
  return completeSpotCheck(world.ctxOf(by), completion(check));
}

export async function countersigned(
  world: CampaignWorld,
  options: { by: Actor; other: Actor; level: SpotCheckLevel; unitCode: string },
): Promise<SpotCheckAnswer> {
  const { by, other, level, unitCode } = options;
  const { id, version } = await completed(world, by, { level, unitCode });
  return countersignSpotCheck(world.ctxOf(other), { ...command(), id, version });
}

export function completion(check: Pick<SpotCheckAnswer, "id" | "version">) {
  return completeSpotCheckInput.parse({
    ...command(),
    id: check.id,
    version: check.version,
    scores: {
      earnest: { score: 25, remark: "自查有方案、有记录，各部门均已签字。" },
      corrected: { score: 30, remark: "抽看问题六件，五件整改到位，一件在办。" },
      risks: { score: 15, remark: "已排查风险点二十个并定人防范。" },
      institutions: { score: 12, remark: "内部控制制度基本健全，审批留痕。" },
      proposals: { score: 3, remark: "建议偏少，只提出一条改进意见。" },
    },
    visitedOn: ["2009-05-11"],
    conclusion: "qualified",
    remark: "整改基本到位",
  });
}
