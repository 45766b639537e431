import type { WorkItem } from "@anji/kernel";
import type { TFunction } from "i18next";
import { dayText, monthText } from "../../../formats/days.ts";

const VERB_KEYS = {
  "findings.register": "work.verbs.findings.register",
  "findings.classify": "work.verbs.findings.classify",
  "findings.planRectification": "work.verbs.findings.planRectification",
  "findings.recordSettlement": "work.verbs.findings.recordSettlement",
  "findings.attachEvidence": "work.verbs.findings.attachEvidence",
  "findings.reportRectified": "work.verbs.findings.reportRectified",
  "findings.close": "work.verbs.findings.close",
  "findings.amend": "work.verbs.findings.amend",
  "findings.signSelfCheck": "work.verbs.findings.signSelfCheck",
  "inspection.begin": "work.verbs.inspection.begin",
  "inspection.complete": "work.verbs.inspection.complete",
  "inspection.countersign": "work.verbs.inspection.countersign",
  "reporting.draftMonthly": "work.verbs.reporting.draft",
  "reporting.submitMonthly": "work.verbs.reporting.submit",
  "reporting.acceptMonthly": "work.verbs.reporting.accept",
  "reporting.draftSummary": "work.verbs.reporting.draft",
  "reporting.submitSummary": "work.verbs.reporting.submit",
  "reporting.acceptSummary": "work.verbs.reporting.accept",
  "campaign.approveWaiver": "work.verbs.campaign.approveWaiver",
  "campaign.advance": "work.verbs.campaign.advance",
} as const;

type VerbKey = (typeof VERB_KEYS)[keyof typeof VERB_KEYS] | "work.verbs.other";

/** The word on the button of a matter, by the act that is next. */
export function verbKey(verb: string): VerbKey {
  return isKnown(verb) ? VERB_KEYS[verb] : "work.verbs.other";
}

function isKnown(verb: string): verb is keyof typeof VERB_KEYS {
  return Object.hasOwn(VERB_KEYS, verb);
}

/** What the matter is about; reports, checks and self-checks are named here, a finding by what was found. */
export function workTitle(item: WorkItem, t: TFunction, language: string): string {
  switch (item.subject.kind) {
    case "monthlyReport":
      return t("reports.monthly.name", { unit: item.unitName, month: monthText(item.title, language) });
    case "summaryReport":
      return t("reports.summaries.name", { unit: item.unitName });
    case "spotCheck":
      return t("work.spotCheck", { unit: item.unitName, inspectors: item.title });
    case "selfCheck":
      return t("work.selfCheck", { unit: item.unitName });
    case "campaign":
      return item.title === "closed" ? t("work.close") : t("work.advance", { phase: t(phaseKey(item.title)) });
    case "waiver":
      return t("work.waiver", { title: item.title });
    default:
      return item.title;
  }
}

/** How the matter is numbered; a report has no number of its own until it is sent. */
export function workNumber(item: WorkItem, t: TFunction): string {
  if (item.subject.kind === "monthlyReport") return t("work.monthlyNumber", { month: item.title });
  return item.subject.kind === "summaryReport" ? t("work.summaryNumber") : item.number;
}

export function remarkText(remark: NonNullable<WorkItem["lastRemark"]>, t: TFunction, language: string): string {
  if (remark.by === "") return t("gates.quoted", { clause: remark.text });
  return t("work.quoted", { by: remark.by, on: dayText(remark.on.slice(0, 10), language), text: remark.text });
}

const PHASES = {
  selfCheck: "phases.selfCheck",
  acceptance: "phases.acceptance",
  summary: "phases.summary",
  closed: "phases.closed",
} as const;

function phaseKey(next: string): (typeof PHASES)[keyof typeof PHASES] {
  return next === "selfCheck" || next === "acceptance" || next === "summary" ? PHASES[next] : PHASES.closed;
}
