import { randomUUID } from "node:crypto";
import type { CheckLevel } from "@anji/inspection";
import { completeCheckInput, planCheckInput } from "@anji/inspection";
import type { CheckAnswer } from "@anji/inspection/queries";
import { beginCheck, completeCheck, countersignCheck, planCheck } from "@anji/inspection/verbs";
import type { Actor } from "@anji/kernel";
import type { World } from "@anji/inspection/testing";

export function command() {
  return { commandId: randomUUID() };
}

export async function planned(
  world: World,
  by: Actor,
  options: { level: CheckLevel; unitCode: string },
): Promise<CheckAnswer> {
  const input = planCheckInput.parse({
    ...command(),
    campaignId: world.campaignId,
    ...options,
    plannedOn: "2009-05-12",
    inspectors: ["张检", "李查"],
  });
  return planCheck(world.ctxOf(by), input);
}

export async function begun(
  world: World,
  by: Actor,
  options: { level: CheckLevel; unitCode: string },
): Promise<CheckAnswer> {
  const { id, version } = await planned(world, by, options);
  return beginCheck(world.ctxOf(by), { ...command(), id, version });
}

export async function completed(
  world: World,
  by: Actor,
  options: { level: CheckLevel; unitCode: string },
): Promise<CheckAnswer> {
  const check = await begun(world, by, options);
  return completeCheck(world.ctxOf(by), completion(check));
}

export async function countersigned(
  world: World,
  options: { by: Actor; other: Actor; level: CheckLevel; unitCode: string },
): Promise<CheckAnswer> {
  const { by, other, level, unitCode } = options;
  const { id, version } = await completed(world, by, { level, unitCode });
  return countersignCheck(world.ctxOf(other), { ...command(), id, version });
}

export function completion(check: Pick<CheckAnswer, "id" | "version">) {
  const good = { score: 4, remark: "" };
  return completeCheckInput.parse({
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
