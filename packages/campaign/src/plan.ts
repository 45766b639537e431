import { addMonths, dayInMonth, type Day, type Month } from "@anji/kernel";

import { planMistakes } from "./plan.checks.ts";
import type { Phase } from "./phase.ts";
import { planFields, type PlanFields } from "./plan.inputs.ts";

/** 工作方案 as data: it controls the whole campaign, and nothing of it is a constant in code. */
export const campaignPlan = planFields.superRefine((plan, context) => {
  for (const { path, rule, params } of planMistakes(plan)) {
    context.addIssue({ code: "custom", path: [...path], message: rule, params });
  }
});

export { SETTLEMENT_CHANNELS } from "./plan.inputs.ts";
export type CampaignPlan = PlanFields;
export type FundLine = CampaignPlan["fundLines"][number];
export type Category = CampaignPlan["categories"][number];
export type Kind = CampaignPlan["kinds"][number];
export type PlanPhase = CampaignPlan["phases"][number];
export type PlanGate = PlanPhase["gates"][number];
export type Law = CampaignPlan["laws"][number];

export function fundLine(plan: CampaignPlan, code: string): FundLine | null {
  return plan.fundLines.find((line) => line.code === code) ?? null;
}

export function category(plan: CampaignPlan, code: string): Category | null {
  return plan.categories.find((one) => one.code === code) ?? null;
}

export function kind(plan: CampaignPlan, code: string): Kind | null {
  return plan.kinds.find((one) => one.code === code) ?? null;
}

/** Whether a problem of this kind can occur in this fund: A1 cannot in 城镇居民医保. */
export function isKindValidForFund(plan: CampaignPlan, kindCode: string, fundLineCode: string): boolean {
  return kind(plan, kindCode)?.fundLines.includes(fundLineCode) ?? false;
}

/** The documents a finding of this kind needs before it may be closed. */
export function evidenceFor(plan: CampaignPlan, kindCode: string): CampaignPlan["evidenceKinds"] {
  const needed = kind(plan, kindCode)?.evidence ?? [];
  return plan.evidenceKinds.filter((document) => needed.includes(document.code));
}

/**
 * The law in force on the day of the act, not on the day of its entry. Empty when the act is older than every basis.
 */
export function basisOn(plan: CampaignPlan, kindCode: string, on: Day): { law: Law; articles: string | null }[] {
  const basis = kind(plan, kindCode)?.basis ?? [];
  return basis.flatMap(({ law: key, articles, until }) => {
    const law = plan.laws.find((one) => one.key === key);
    if (law === undefined || on < law.effectiveFrom || isAfter(on, until) || isAfter(on, law.effectiveUntil)) return [];
    return [{ law, articles }];
  });
}

/** The phase whose window holds the day; the campaign itself advances by signature, never by date. */
export function phaseAt(plan: CampaignPlan, on: Day): PlanPhase | null {
  return plan.phases.find((phase) => phase.startsOn <= on && on <= phase.endsOn) ?? null;
}

export function planPhase(plan: CampaignPlan, key: PlanPhase["key"]): PlanPhase | null {
  return plan.phases.find((phase) => phase.key === key) ?? null;
}

/** The phase whose condition this is, or null when the plan does not name it. */
export function phaseOfGate(plan: CampaignPlan, rule: string): Phase | null {
  return plan.phases.find((phase) => phase.gates.some((gate) => gate.rule === rule))?.key ?? null;
}

/** 各市领导小组每月要上报一次工作情况: the day in the following month on which a month's report is due. */
export function monthlyReportDueOn(plan: CampaignPlan, month: Month): Day {
  return dayInMonth(addMonths(month, 1), plan.deadlines.monthlyReportDay);
}

function isAfter(on: Day, until: Day | null): boolean {
  return until !== null && on > until;
}
