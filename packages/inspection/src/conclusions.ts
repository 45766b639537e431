import type { CampaignPlan, Conclusion, SpotCheckQuestion } from "@anji/campaign";
import type { Id } from "@anji/kernel";
import type { SpotCheckLevel } from "./spot-check.ts";

type Scale = Pick<CampaignPlan, "spotChecks">;

/** A countersigned check with what it concluded. */
export type ConcludedCheck = {
  readonly id: Id<"spotCheck">;
  readonly number: string;
  readonly unitCode: string;
  readonly level: SpotCheckLevel;
  readonly conclusion: Conclusion;
  readonly followsId: Id<"spotCheck"> | null;
};

export function marksTotal(scores: Readonly<Record<SpotCheckQuestion, { readonly score: number }>>): number {
  return Object.values(scores).reduce((sum, one) => sum + one.score, 0);
}

/** The conclusions that fit a total: the one whose marks it reaches, and every veto. */
export function conclusionsFitting({ spotChecks }: Scale, total: number): Conclusion[] {
  const reached = spotChecks.conclusions
    .filter((one) => one.marksMin !== null && one.marksMin <= total)
    .toSorted((one, other) => (other.marksMin ?? 0) - (one.marksMin ?? 0))
    .slice(0, 1);
  const vetoes = spotChecks.conclusions.filter((one) => one.marksMin === null);
  return [...reached, ...vetoes].map((one) => one.conclusion);
}

/** 好 and 合格 end the matter. 对工作不认真、整改不彻底的，要督促整改；对弄虚作假，隐瞒问题的，要通报批评，严肃处理 */
export function needsFollowing(conclusion: Conclusion): boolean {
  return conclusion !== "good" && conclusion !== "qualified";
}

/** The checks of an area that need a further one and have none that ends the matter. */
export function notFollowed(checks: readonly ConcludedCheck[]): ConcludedCheck[] {
  const followUps = Map.groupBy(checks, (check) => check.followsId);
  const isSettled = (check: ConcludedCheck): boolean =>
    !needsFollowing(check.conclusion) || (followUps.get(check.id) ?? []).some(isSettled);
  return checks.filter((check) => !isSettled(check));
}

/** 市抽查 may be followed by the city or the province; a check by the province only by the province. */
export function mayFollow(level: SpotCheckLevel, followed: SpotCheckLevel): boolean {
  return followed === "city" || level !== "city";
}
