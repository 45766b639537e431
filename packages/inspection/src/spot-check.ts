import type { ProvinceReading } from "@anji/campaign";
import { type Actor, type Condition, isWithin, type Level, refusal, type Refusal, type RegionPath } from "@anji/kernel";
import { type SpotCheckEvent, spotCheckLifecycle, type SpotCheckStatus } from "./spot-check.lifecycle.ts";

/** Who checks: 市抽查, 省抽查, 部际抽查. The inter-ministerial group has no accounts; the province records for it. */
export const SPOT_CHECK_LEVELS = ["city", "province", "ministry"] as const;
export type SpotCheckLevel = (typeof SPOT_CHECK_LEVELS)[number];

/** The marks of all questions together. */
export const MARKS_TOTAL = 100;
export const INSPECTORS_MIN = 2;

/** What the policy looks at. */
export type SpotCheckState = {
  readonly status: SpotCheckStatus;
  readonly level: SpotCheckLevel;
  readonly unitCode: string;
  readonly regionPath: RegionPath;
  readonly inspectorIds: readonly string[];
  readonly completedBy: string | null;
};

/** What the inspectors of the check do themselves. */
const BY_INSPECTORS = ["begin", "complete"] as const satisfies readonly SpotCheckEvent[];

/** Why this act is not open to this actor now; null when it is. */
export const whyNot: Condition<SpotCheckState, SpotCheckEvent> = spotCheckLifecycle.policy<SpotCheckState>({
  whose: [
    ({ subject, actor }) => whyNotLevel(subject.level, actor),
    ({ subject, actor }) => whyNotOwnUnit(subject.regionPath, actor),
    ({ subject, event, actor }) =>
      BY_INSPECTORS.some((one) => one === event) && !subject.inspectorIds.includes(actor.personId)
        ? refusal({ code: "notAllowed", rule: "inspection.inspectorsOnly" })
        : null,
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
  provinceChecks: ProvinceReading;
}): Refusal | null {
  const isOpen =
    options.level !== "province" || options.provinceChecks !== "counties" || options.unitLevel === "county";
  return isOpen ? null : refusal({ code: "invalid", rule: "inspection.provinceChecksCounties" });
}

function actingLevel(level: SpotCheckLevel): Level {
  return level === "city" ? "city" : "province";
}
