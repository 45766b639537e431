import { type CampaignPlan, evidenceFor } from "@anji/campaign";
import {
  type Actor,
  type CaseActor,
  type Condition,
  type FieldMistake,
  assertNever,
  type Level,
  LEVELS,
  type Refusal,
  refusal,
  type RefusalParams,
  fen,
  yuanText,
} from "@anji/kernel";
import { type FindingFacts, type Nature, type Origin, ORIGINS } from "./finding.ts";
import { type AnyEvent, type FindingEvent, findingLifecycle } from "./finding.lifecycle.ts";

/** Why this act is not open to this actor now; null when it is. `findingChecks` looks at the content of the act. */
export const whyNot: Condition<FindingFacts, AnyEvent> = findingLifecycle.policy<FindingFacts>({
  whose: [({ subject, event, actor }) => whyNotLevel(subject, event, actor)],
  content: [
    ({ subject, event }) => whyNotReturned(subject, event),
    ({ subject, event }) => whyNotFixed(subject, event),
    ({ subject, event }) => whyNotSettledAndProven(subject, event),
    ({ subject, event }) => (event === "close" && subject.needsReferral ? no("findings.referralFirst") : null),
    ({ subject, event, actor }) =>
      event === "close" && subject.rectifiedBy.includes(actor.personId) ? notAllowed("findings.closedByOther") : null,
  ],
});

/** Inspections are registered by the level that carries them out: 市抽查 by the city, 省抽查 and 部际抽查 by the province. */
export function whyNotOrigin(origin: Origin, actor: Pick<Actor, "level">): Refusal | null {
  const lowest = lowestLevelOf(origin);
  return rank(actor.level) >= rank(lowest) ? null : notAllowed("findings.originLevel");
}

/** A level gives nobody above it a duty; that level agrees to it first. */
export function whyNotRaised(options: {
  wanted: Level;
  present: Level | null;
  actor: Pick<Actor, "level">;
}): FieldMistake | null {
  const { wanted, present, actor } = options;
  const isRaised = wanted !== present && rank(wanted) > rank(actor.level);
  return isRaised ? { path: "responsibleLevel", rule: "findings.levelAbove", params: {} } : null;
}

/** Whether 移送 has to be decided first: the nature, or a kind of the lines. */
export function needsReferral(plan: CampaignPlan, one: { nature: Nature | null; kinds: readonly string[] }): boolean {
  const isEligible = (code: string) => plan.kinds.some((kind) => kind.code === code && kind.referralEligible);
  return one.nature === "suspectedCrime" || one.kinds.some(isEligible);
}

/** 证明材料 of every kind the finding's lines name, as the plan requires them. */
export function requiredEvidence(plan: CampaignPlan, kinds: readonly string[]): { kind: string; name: string }[] {
  const required = new Map(kinds.flatMap((kind) => evidenceFor(plan, kind)).map((one) => [one.code, one.name]));
  return [...required].map(([kind, name]) => ({ kind, name }));
}

/** The acts in their order, for the one button of the next act. */
export function primaryEvent(finding: FindingFacts, isOpen: (event: FindingEvent) => boolean): FindingEvent | null {
  const candidates = nextEvents(finding);
  return candidates.find(isOpen) ?? candidates[0] ?? null;
}

/** The acts that lead to the next status. */
export type NextEvent = Exclude<FindingEvent, "returnRegistration" | "returnRectification" | "reverseSettlement">;

/** The next acts on a finding, in order of priority. */
export function nextEvents(finding: FindingFacts): NextEvent[] {
  switch (finding.status) {
    case "registered":
      return finding.isReturned ? ["amend"] : ["classify"];
    case "classified":
      return ["planRectification"];
    case "rectifying":
      if (finding.outstandingFen > 0n) return ["recordSettlement", "attachEvidence", "reportRectified"];
      return finding.missingEvidence.length > 0 ? ["attachEvidence", "reportRectified"] : ["reportRectified"];
    case "awaitingAcceptance":
      // Returning it is a separate decision, never offered instead of closing to a person who may not close.
      return ["close"];
    case "closed":
    case "withdrawn":
      return [];
    default:
      return assertNever(finding.status);
  }
}

/** A returned registration must be corrected before any other act. */
function whyNotReturned(finding: FindingFacts, event: AnyEvent): Refusal | null {
  if (!finding.isReturned || finding.status !== "registered") return null;
  if (event === "classify") return no("findings.registrationReturned");
  return event === "returnRegistration" ? no("findings.alreadyReturned") : null;
}

/** Money is booked from 定性 on. A sheet changes no finding that was classified once. */
function whyNotFixed(finding: FindingFacts, event: AnyEvent): Refusal | null {
  if (event === "recordSettlement" && finding.status === "registered" && !finding.isDetermined)
    return no("findings.notClassified");
  return event === "importChanges" && finding.isDetermined ? no("findings.adjustmentNeeded") : null;
}

function whyNotLevel(finding: FindingFacts, event: AnyEvent, actor: CaseActor): Refusal | null {
  switch (event) {
    case "planRectification":
    case "recordSettlement":
    case "reverseSettlement":
    case "reportRectified":
      return actor.level === finding.responsibleLevel ? null : notAllowed("findings.otherLevel");
    case "returnRectification":
    case "close":
      // 谁检查、谁验收: what an inspection found is not accepted by the inspected.
      if (rank(actor.level) < rank(lowestLevelOf(finding.origin))) return notAllowed("findings.acceptedByInspector");
      return rank(actor.level) >= rank(finding.responsibleLevel) ? null : notAllowed("findings.belowResponsible");
    case "classify":
    case "returnRegistration":
      return rank(actor.level) >= rank(finding.responsibleLevel) ? null : notAllowed("findings.belowResponsible");
    case "amend":
      return rank(actor.level) >= rank(lowestLevelOf(finding.origin))
        ? null
        : notAllowed("findings.originOfHigherLevel");
    case "attachEvidence":
    case "importChanges":
    case "adjust":
    case "move":
    case "withdraw":
    case "reopenClassification":
      return null;
    default:
      return assertNever(event);
  }
}

/** Nothing is reported or closed while money is outstanding or a required document is missing. */
function whyNotSettledAndProven(finding: FindingFacts, event: AnyEvent): Refusal | null {
  if (event !== "reportRectified" && event !== "close") return null;
  if (finding.outstandingFen > 0n) {
    return no("findings.outstandingLeft", { yuan: yuanText(fen(finding.outstandingFen)) });
  }
  if (finding.missingEvidence.length > 0)
    return no("findings.evidenceMissing", { names: finding.missingEvidence.join("、") });
  return null;
}

/** Found by an inspection of a higher level, not by the unit, an earlier audit or a complaint. */
export function isInspection(origin: Origin): boolean {
  return lowestLevelOf(origin) !== "county";
}

/** The origins that this level finds itself, and so accepts. */
export function originsOf(level: Level): Origin[] {
  return ORIGINS.filter((origin) => lowestLevelOf(origin) === level);
}

function lowestLevelOf(origin: Origin): Level {
  switch (origin) {
    case "earlierAudit":
    case "selfCheck":
    case "complaint":
      return "county";
    case "patrol":
    case "citySpotCheck":
      return "city";
    case "provinceSpotCheck":
    case "ministrySpotCheck":
      return "province";
    default:
      return assertNever(origin);
  }
}

/** Greater for a higher level. */
export function rank(level: Level): number {
  return -LEVELS.indexOf(level);
}

function no(rule: string, params?: RefusalParams): Refusal {
  return refusal({ code: "precondition", rule, params: params ?? {} });
}

function notAllowed(rule: string): Refusal {
  return refusal({ code: "notAllowed", rule });
}
