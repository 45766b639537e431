import {
  type CaseActor,
  type Condition,
  type FieldMistake,
  type Permission,
  refusal,
  type Refusal,
  type RegionPath,
  type Role,
  whyNotAllowed,
} from "@anji/kernel";
import { firstError, type ReportCheck } from "./report-checks.ts";
import { kindOf, type Narrative, REPORT_BOXES, type ReportKind, type ReportLevel } from "./report-kinds.ts";
import { type ReportEvent, reportLifecycle, type ReportStatus } from "./report.lifecycle.ts";

/** Head and foot of a monthly report. Who reviewed and signed is never typed: see `signingRole`. */
export type ReportImprint = { documentNo: string; contact: string };
export const EMPTY_IMPRINT: ReportImprint = { documentNo: "", contact: "" };

/** Under which role a report is signed. A document names 审核人 and 签发人 only by such a signature. */
export const SIGNING_ROLES = ["leader", "reviewer"] as const;
export type SigningRole = (typeof SIGNING_ROLES)[number];

/** The role a submission signs under. A clerk has none. */
export function signingRole(roles: readonly Role[]): SigningRole | null {
  return SIGNING_ROLES.find((role) => roles.includes(role)) ?? null;
}

/** What the policy looks at. */
export type ReportState = {
  readonly kind: ReportKind;
  readonly level: ReportLevel;
  readonly status: ReportStatus;
  readonly regionPath: RegionPath;
  readonly submittedBy: string | null;
  /** Everybody who made text or figures of it, in whatever round. */
  readonly writers: readonly string[];
  /** The number under which the province's report left; null before. */
  readonly sentNo: string | null;
  /** Frozen ledger lines behind the figures. */
  readonly lineCount: number;
  readonly checks: readonly ReportCheck[];
};
type ReportCondition = Condition<ReportState, ReportEvent>;

/** Why this act on a report is not open to this actor now; null when it is. */
export const whyNot: ReportCondition = reportLifecycle.policy<ReportState>({
  whose: [
    ({ subject, event, actor }) => whyNotAllowed(reportPermission(subject.kind, event), actor),
    whyNotDecided,
    ({ subject, event, actor }) => (OWN_ACTS.includes(event) ? whyNotOwn(subject.regionPath, actor) : null),
    ({ subject, event, campaign }) => (FILE_ACTS.includes(event) ? null : whyNotPhase(subject.kind, campaign)),
  ],
  content: [whyNotNil, whyNotWriter, whyNotComplete, whyNotSent],
});

type ReportAct = keyof typeof reportLifecycle.permissions;
/** The acts that make text or figures. The person of one of them does not sign the report. */
export const WRITING_ACTS = ["draft", "write", "refreeze", "declareNil"] as const satisfies readonly ReportAct[];
/** Text and figures belong to the reporting unit. */
const OWN_ACTS: readonly ReportAct[] = [...WRITING_ACTS, "submit"];
/** Files of a submitted report are made after the end as well; the report itself stays as it is. */
const FILE_ACTS: readonly ReportAct[] = ["render", "attachRendering"];

/** The permission of an act on a report of this kind. */
export function reportPermission(kind: ReportKind, act: ReportAct): Permission {
  const permission: Permission = reportLifecycle.permissions[act];
  if (!OWN_ACTS.includes(act)) return permission;
  const { makers, submitters } = kindOf(kind);
  return { ...permission, levels: makers, roles: act === "submit" ? submitters : permission.roles };
}

/** The acts of people on a report of this kind; only the worker attaches files. */
export function reportEvents(kind: ReportKind): PersonalEvent[] {
  return reportLifecycle.events.filter(
    (event): event is PersonalEvent =>
      event !== "attachRendering" &&
      (event !== "declareNil" || kindOf(kind).isMonthly) &&
      (event !== "recordSending" || !kindOf(kind).isMonthly),
  );
}
export type PersonalEvent = Exclude<ReportEvent, "attachRendering">;

export function whyNotOwn(regionPath: RegionPath, actor: Pick<CaseActor, "path">): Refusal | null {
  return actor.path === regionPath ? null : refusal({ code: "notAllowed", rule: "reporting.ownReportOnly" });
}

export function whyNotPhase(kind: ReportKind, campaign: { readonly phase: string }): Refusal | null {
  const { phases, outsidePhase } = kindOf(kind);
  return phases.includes(campaign.phase) ? null : refusal({ code: "precondition", rule: outsidePhase });
}

/** Text for boxes of another kind, or not for all boxes of this one, is a mistake of the input. */
export function whyNotText(
  kind: ReportKind,
  written: { narrative: Narrative; imprint?: ReportImprint | undefined },
): Refusal | null {
  const { boxes, isMonthly } = kindOf(kind);
  const given = REPORT_BOXES.filter((box) => written.narrative[box] !== undefined);
  const fields = [
    ...boxes.filter((box) => !given.includes(box)).map((box) => mistake(`narrative.${box}`, "kernel.fieldRequired")),
    ...given.filter((box) => !boxes.includes(box)).map((box) => mistake(`narrative.${box}`, "kernel.fieldUnknown")),
    ...(written.imprint === undefined || isMonthly ? [] : [mistake("imprint", "kernel.fieldUnknown")]),
  ];
  return fields.length === 0 ? null : refusal({ code: "invalid", rule: "kernel.invalidInput", fields });
}

function mistake(path: string, rule: string): FieldMistake {
  return { path, rule, params: { keys: path } };
}

/** The inter-ministerial group has no accounts here, so the province's report stays submitted. */
function whyNotDecided({ subject, event }: Parameters<ReportCondition>[0]): Refusal | null {
  if (subject.level === "city" || (event !== "receive" && event !== "return")) return null;
  return refusal({ code: "notAllowed", rule: "reporting.provinceSummaryStands" });
}

function whyNotNil({ subject, event }: Parameters<ReportCondition>[0]): Refusal | null {
  if (event !== "declareNil") return null;
  if (!kindOf(subject.kind).isMonthly) return refusal({ code: "precondition", rule: "reporting.nilMonthly" });
  const params = { count: subject.lineCount };
  return subject.lineCount === 0 ? null : refusal({ code: "precondition", rule: "reporting.nilWithFindings", params });
}

/** 填报人不能报送、接收自己填写的报告. */
function whyNotWriter({ subject, event, actor }: Parameters<ReportCondition>[0]): Refusal | null {
  if (!subject.writers.includes(actor.personId)) return null;
  if (event === "submit") return refusal({ code: "precondition", rule: "reporting.submitOther" });
  return event === "receive" ? refusal({ code: "precondition", rule: "reporting.receiveOther" }) : null;
}

function whyNotComplete({ subject, event }: Parameters<ReportCondition>[0]): Refusal | null {
  const error = event === "submit" || event === "receive" ? firstError(subject.checks) : null;
  return error === null ? null : refusal({ code: "precondition", rule: error.rule, params: error.params });
}

/** Only the province's report leaves for the inter-ministerial group, and once. */
function whyNotSent({ subject, event }: Parameters<ReportCondition>[0]): Refusal | null {
  if (event !== "recordSending") return null;
  if (subject.level !== "province") return refusal({ code: "precondition", rule: "reporting.sendProvince" });
  return subject.sentNo === null ? null : refusal({ code: "precondition", rule: "reporting.alreadySent" });
}
