import { type Actor, type Condition, isWithin, type Level, refusal, type Refusal, type RegionPath } from "@anji/kernel";
import { type SpotCheckEvent, spotCheckLifecycle, type SpotCheckStatus } from "./spot-check.lifecycle.ts";

/** Who checks: 市抽查, 省抽查, 部际抽查. The inter-ministerial group has no accounts; the province records for it. */
export const SPOT_CHECK_LEVELS = ["city", "province", "ministry"] as const;
export type SpotCheckLevel = (typeof SPOT_CHECK_LEVELS)[number];

/** 抽查的重点: 是否认真、是否纠正、风险是否排查防范、制度是否完善、有无建设性意见. */
export const SPOT_CHECK_QUESTIONS = ["earnest", "corrected", "risks", "institutions", "proposals"] as const;
export type SpotCheckQuestion = (typeof SPOT_CHECK_QUESTIONS)[number];

/** 好, 合格, 走过场, 整改不彻底, 弄虚作假. */
export const CONCLUSIONS = ["good", "qualified", "perfunctory", "incomplete", "falsified"] as const;
export type Conclusion = (typeof CONCLUSIONS)[number];

export const SCORE_MAX = 4;
/** A score below this one needs a remark. */
export const REMARK_REQUIRED_BELOW = 3;
export const INSPECTORS_MIN = 2;
const POINTS_PER_SCORE = 100 / (SPOT_CHECK_QUESTIONS.length * SCORE_MAX);

/** What the policy looks at. */
export type SpotCheckState = {
  readonly status: SpotCheckStatus;
  readonly level: SpotCheckLevel;
  readonly unitCode: string;
  readonly regionPath: RegionPath;
  readonly completedBy: string | null;
};

/** Why this act is not open to this actor now; null when it is. */
export const whyNot: Condition<SpotCheckState, SpotCheckEvent> = spotCheckLifecycle.policy<SpotCheckState>({
  whose: [
    ({ subject, actor }) => whyNotLevel(subject.level, actor),
    ({ subject, actor }) => whyNotOwnUnit(subject.regionPath, actor),
  ],
});

/** 各市领导小组要进行抽查; each level works on its own checks only. */
export function whyNotLevel(level: SpotCheckLevel, actor: Pick<Actor, "level">): Refusal | null {
  if (actor.level === actingLevel(level)) return null;
  return refusal({ code: "notAllowed", rule: "inspection.otherLevel" });
}

export function whyNotOwnUnit(regionPath: RegionPath, actor: Pick<Actor, "path">): Refusal | null {
  return isWithin(actor.path, regionPath) ? refusal({ code: "notAllowed", rule: "inspection.ownUnit" }) : null;
}

/**
 * 省级按县计数时，省级抽查的对象是县. A unit above the checked one is the actor's own or outside their area, so it needs no rule here.
 */
export function whyNotUnit(options: {
  level: SpotCheckLevel;
  unitLevel: Level;
  provinceChecks: "cities" | "counties";
}): Refusal | null {
  const isOpen = options.level !== "province" || options.provinceChecks === "cities" || options.unitLevel === "county";
  return isOpen ? null : refusal({ code: "invalid", rule: "inspection.provinceChecksCounties" });
}

/** 0 to 100 from the sum of the five scores. */
export function scoreOutOfHundred(sum: number): number {
  return sum * POINTS_PER_SCORE;
}

function actingLevel(level: SpotCheckLevel): Level {
  return level === "city" ? "city" : "province";
}
