import { type Level, LEVELS } from "@anji/kernel";
import { isInspection, type Origin } from "@anji/findings";
import type { FindingChange } from "./finding-change.ts";

/** 核减, 调增, 更正种类, 移送责任, 撤并重复, 异议. */
export const ADJUSTMENT_KINDS = [
  "reduce",
  "increase",
  "reclassify",
  "move",
  "withdrawDuplicate",
  "contest",
] as const satisfies readonly FindingChange["kind"][];
export type AdjustmentKind = (typeof ADJUSTMENT_KINDS)[number];

/**
 * The level that decides. What an inspection found is decided by its level, what the unit found itself by the level
 * above. The level above decides every contest.
 */
export function decidingLevel(
  kind: AdjustmentKind,
  finding: { readonly origin: Origin; readonly registeredLevel: Level; readonly responsibleLevel: Level },
): Level {
  const { origin, registeredLevel, responsibleLevel } = finding;
  return kind !== "contest" && isInspection(origin) ? registeredLevel : oneAbove(responsibleLevel);
}

/** The level that decides a change; a move to another level is decided by the level that receives it. */
export function levelDeciding(change: FindingChange, finding: Parameters<typeof decidingLevel>[1]): Level {
  const isMoved = change.kind === "move" && change.responsibleLevel !== finding.responsibleLevel;
  return isMoved ? change.responsibleLevel : decidingLevel(change.kind, finding);
}

/** The province has no level above it: there another person of the province decides. */
function oneAbove(level: Level): Level {
  return LEVELS[Math.max(0, LEVELS.indexOf(level) - 1)] ?? level;
}
