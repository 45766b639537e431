import { type CampaignPlan, monthlyReportDueOn } from "@anji/campaign";
import { addMonths, type Day, dayOf, type Month, monthOf, refusal, type Refusal } from "@anji/kernel";
import { kindOf, type ReportKind, type ReportLevel } from "./report-kinds.ts";

/** What a report is about: a month, or null for the whole campaign. */
export type ReportPeriod = Month | null;

/** The periods to be reported on so far, the latest first. */
export function reportedPeriods(kind: ReportKind, plan: CampaignPlan, now: Date): ReportPeriod[] {
  return kindOf(kind).isMonthly ? reportedMonths(plan, now).toReversed() : [null];
}

/** 每月要上报一次工作情况: the months to be reported on, from the campaign's first to the current one. */
function reportedMonths(plan: CampaignPlan, now: Date): Month[] {
  const last = lastMonth(plan, now);
  const months: Month[] = [];
  for (let month = firstMonth(plan); month <= last; month = addMonths(month, 1)) months.push(month);
  return months;
}

/** 各市…于2009年9月底前报送; the province's own summary is due with the campaign's end. */
export function reportDueOn(plan: CampaignPlan, report: { level: ReportLevel; period: ReportPeriod }): Day {
  if (report.period !== null) return monthlyReportDueOn(plan, report.period);
  return report.level === "city" ? plan.deadlines.citySummaryOn : plan.period.endsOn;
}

/** Why a unit cannot report on this period now; null when it can. */
export function whyNotPeriod(
  kind: ReportKind,
  options: { period: ReportPeriod; plan: CampaignPlan; now: Date },
): Refusal | null {
  const { period, plan, now } = options;
  if (kindOf(kind).isMonthly !== (period !== null)) {
    const rule = period === null ? "kernel.fieldRequired" : "kernel.fieldUnknown";
    const fields = [{ path: "month", rule, params: { keys: "month" } }];
    return refusal({ code: "invalid", rule: "kernel.invalidInput", fields });
  }
  return period === null ? null : whyNotMonth(plan, period, now);
}

function whyNotMonth(plan: CampaignPlan, month: Month, now: Date): Refusal | null {
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
