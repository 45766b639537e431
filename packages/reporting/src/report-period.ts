import type { CampaignPlan } from "@anji/campaign";
import { addMonths, dayOf, type Month, monthOf, refusal, type Refusal } from "@anji/kernel";

/** 每月要上报一次工作情况: the months to be reported on, from the campaign's first to the one now running. */
export function reportedMonths(plan: CampaignPlan, now: Date): Month[] {
  const last = lastMonth(plan, now);
  const months: Month[] = [];
  for (let month = firstMonth(plan); month <= last; month = addMonths(month, 1)) months.push(month);
  return months;
}

export function whyNotMonth(plan: CampaignPlan, month: Month, now: Date): Refusal | null {
  if (month < firstMonth(plan) || month > monthOf(plan.period.endsOn)) {
    return refusal({ code: "invalid", rule: "reporting.monthOutsideCampaign", params: { month } });
  }
  return month > monthOf(dayOf(now))
    ? refusal({ code: "precondition", rule: "reporting.monthNotBegun", params: { month } })
    : null;
}

function firstMonth(plan: CampaignPlan): Month {
  const [deployment] = plan.phases;
  return monthOf(deployment === undefined ? plan.period.startsOn : deployment.startsOn);
}

function lastMonth(plan: CampaignPlan, now: Date): Month {
  const running = monthOf(dayOf(now));
  const end = monthOf(plan.period.endsOn);
  return running < end ? running : end;
}
