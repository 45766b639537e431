import { randomUUID } from "node:crypto";
import type { SpotCheckLevel } from "@anji/inspection";
import { completeSpotCheckInput, scheduleSpotCheckInput } from "@anji/inspection";
import type { SpotCheckAnswer } from "@anji/inspection/queries";
import { beginSpotCheck, completeSpotCheck, countersignSpotCheck, scheduleSpotCheck } from "@anji/inspection/verbs";
import type { Actor } from "@anji/kernel";
import type { World } from "@anji/inspection/testing";

export function command() {
  return { commandId: randomUUID() };
}

export async function scheduled(
  world: World,
  by: Actor,
  options: { level: SpotCheckLevel; unitCode: string },
): Promise<SpotCheckAnswer> {
  const input = scheduleSpotCheckInput.parse({
    ...command(),
    campaignId: world.campaignId,
    ...options,
    scheduledOn: "2009-05-12",
    inspectors: ["张检", "李查"],
  });
  return scheduleSpotCheck(world.ctxOf(by), input);
}

export async function begun(
  world: World,
  by: Actor,
  options: { level: SpotCheckLevel; unitCode: string },
): Promise<SpotCheckAnswer> {
  const { id, version } = await scheduled(world, by, options);
  return beginSpotCheck(world.ctxOf(by), { ...command(), id, version });
}

export async function completed(
  world: World,
  by: Actor,
  options: { level: SpotCheckLevel; unitCode: string },
): Promise<SpotCheckAnswer> {
  const check = await begun(world, by, options);
  return completeSpotCheck(world.ctxOf(by), completion(check));
}

export async function countersigned(
  world: World,
  options: { by: Actor; other: Actor; level: SpotCheckLevel; unitCode: string },
): Promise<SpotCheckAnswer> {
  const { by, other, level, unitCode } = options;
  const { id, version } = await completed(world, by, { level, unitCode });
  return countersignSpotCheck(world.ctxOf(other), { ...command(), id, version });
}

export function completion(check: Pick<SpotCheckAnswer, "id" | "version">) {
  const good = { score: 4, remark: "" };
  return completeSpotCheckInput.parse({
    ...command(),
    id: check.id,
    version: check.version,
    scores: {
      earnest: good,
      corrected: { score: 3, remark: "" },
      risks: good,
      institutions: good,
      proposals: { score: 2, remark: "建议偏少" },
    },
    conclusion: "qualified",
    remark: "整改基本到位",
  });
}
