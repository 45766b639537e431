import { type Actor, type Permission, refusal, type Refusal, type RegionPath, whyNotAllowed } from "@anji/kernel";
import type { MonthlyNarrative } from "./documents/monthly-report-content.ts";
import type { SummaryNarrative } from "./documents/summary-report-content.ts";
import { monthlyPermissions, summaryPermissions } from "./permissions.ts";
import { type ReportCheck, firstError } from "./report-checks.ts";
import { canAdvance, type ReportEvent, type ReportStatus } from "./report.machine.ts";

export const REPORT_KINDS = ["monthly", "summary"] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

export const SUMMARY_LEVELS = ["city", "province"] as const;
export type SummaryLevel = (typeof SUMMARY_LEVELS)[number];

export const NARRATIVE_BOXES = [
  "situation",
  "practice",
  "problems",
  "handling",
  "suggestions",
] as const satisfies readonly (keyof MonthlyNarrative)[];
export const SUMMARY_SECTIONS = [
  "situation",
  "practice",
  "problems",
  "results",
  "appraisal",
  "suggestions",
] as const satisfies readonly (keyof SummaryNarrative)[];

export const EMPTY_NARRATIVE: MonthlyNarrative = {
  situation: "",
  practice: "",
  problems: "",
  handling: "",
  suggestions: "",
};
export const EMPTY_SECTIONS: SummaryNarrative = {
  situation: "",
  practice: "",
  problems: "",
  results: "",
  appraisal: "",
  suggestions: "",
};

/** What the head and foot of the document say beside the text; empty words are filled from who acted. */
export type ReportImprint = { documentNo: string; reviewer: string; signer: string; contact: string };
export const EMPTY_IMPRINT: ReportImprint = { documentNo: "", reviewer: "", signer: "", contact: "" };

/** What the policies look at. */
export type ReportState = {
  readonly status: ReportStatus;
  readonly regionPath: RegionPath;
  readonly submittedBy: string | null;
  /** Frozen ledger lines behind the figures. */
  readonly lineCount: number;
  readonly checks: readonly ReportCheck[];
};

type ReportActor = Pick<Actor, "level" | "roles" | "path" | "personId">;

/** Why this act on a monthly report is not open to this actor now; null when it is. */
export function whyNotMonthly(
  report: ReportState,
  options: { event: ReportEvent; actor: ReportActor; campaignPhase: string },
): Refusal | null {
  const { event, actor } = options;
  return (
    whyNotAllowed(monthlyPermissions[event], actor) ??
    whyNotOwn(report, { event, actor }) ??
    (FILE_EVENTS.includes(event) ? null : whyNotMonthlyClosed(options.campaignPhase)) ??
    whyNotFrom(report.status, event) ??
    whyNotContent(report, event) ??
    whyNotSecondPerson(report, { event, actor })
  );
}

/** Files of what was reported are made after the end as well; the report itself stands. */
const FILE_EVENTS: readonly ReportEvent[] = ["render", "attachRendering"];

export function whyNotMonthlyClosed(campaignPhase: string): Refusal | null {
  return campaignPhase === "closed" ? refusal({ code: "precondition", rule: "reporting.campaignClosed" }) : null;
}

export const SUMMARY_EVENTS = [
  "write",
  "redraw",
  "submit",
  "accept",
  "return",
  "render",
  "attachRendering",
] as const satisfies readonly ReportEvent[];
export type SummaryEvent = (typeof SUMMARY_EVENTS)[number];

/** The same for a summary. 各市领导小组…报送省领导小组；省领导小组…向国家部际领导小组提交 */
export function whyNotSummary(
  report: ReportState & { level: SummaryLevel },
  options: { event: SummaryEvent; actor: ReportActor; campaignPhase: string },
): Refusal | null {
  const { event, actor } = options;
  return (
    whyNotAllowed(permissionOfSummary(event), actor) ??
    whyNotDecided(report.level, event) ??
    whyNotOwn(report, { event, actor }) ??
    (FILE_EVENTS.includes(event) ? null : whyNotSummaryPhase(options.campaignPhase)) ??
    whyNotFrom(report.status, event) ??
    whyNotContent(report, event) ??
    whyNotSecondPerson(report, { event, actor })
  );
}

export function whyNotSummaryPhase(campaignPhase: string): Refusal | null {
  return campaignPhase === "summary" ? null : refusal({ code: "precondition", rule: "reporting.summaryPhase" });
}

function permissionOfSummary(event: SummaryEvent): Permission {
  return summaryPermissions[event];
}

const OWN_EVENTS: readonly ReportEvent[] = ["write", "redraw", "declareNil", "submit"];

/** Text and figures are the reporting unit's own. */
function whyNotOwn(report: ReportState, options: { event: ReportEvent; actor: ReportActor }): Refusal | null {
  if (!OWN_EVENTS.includes(options.event) || options.actor.path === report.regionPath) return null;
  return refusal({ code: "notAllowed", rule: "reporting.ownReportOnly" });
}

function whyNotFrom(status: ReportStatus, event: ReportEvent): Refusal | null {
  return canAdvance(status, event)
    ? null
    : refusal({ code: "precondition", rule: RULE_OF_EVENT[event], params: { status } });
}

function whyNotContent(report: ReportState, event: ReportEvent): Refusal | null {
  if (event === "declareNil" && report.lineCount > 0) {
    return refusal({ code: "precondition", rule: "reporting.nilWithFindings", params: { count: report.lineCount } });
  }
  if (event !== "submit") return null;
  const error = firstError(report.checks);
  return error === null ? null : refusal({ code: "precondition", rule: error.rule, params: error.params });
}

function whyNotSecondPerson(report: ReportState, options: { event: ReportEvent; actor: ReportActor }): Refusal | null {
  if (options.event !== "accept" || report.submittedBy !== options.actor.personId) return null;
  return refusal({ code: "notAllowed", rule: "reporting.acceptOther" });
}

/** The inter-ministerial group has no accounts here: what the province submits to it stays submitted. */
function whyNotDecided(level: SummaryLevel, event: SummaryEvent): Refusal | null {
  if (level === "city" || (event !== "accept" && event !== "return")) return null;
  return refusal({ code: "notAllowed", rule: "reporting.provinceSummaryStands" });
}

const RULE_OF_EVENT = {
  write: "reporting.writeUnsubmitted",
  redraw: "reporting.redrawUnsubmitted",
  declareNil: "reporting.writeUnsubmitted",
  submit: "reporting.submitUnsubmitted",
  accept: "reporting.decideSubmitted",
  return: "reporting.decideSubmitted",
  render: "reporting.renderSubmitted",
  attachRendering: "reporting.renderSubmitted",
} as const satisfies Record<ReportEvent, string>;
