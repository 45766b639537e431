import { PHASES } from "@anji/campaign";
import { LEVELS, lifecycle } from "@anji/kernel";

/** 已登记, 已定性, 整改中, 待验收, 已销号, 已撤并. */
export const FINDING_STATUSES = [
  "registered",
  "classified",
  "rectifying",
  "awaitingAcceptance",
  "closed",
  "withdrawn",
] as const;
export type FindingStatus = (typeof FINDING_STATUSES)[number];

const IN_CAMPAIGN = { phases: PHASES, outsidePhase: "findings.campaignEnded" } as const;
// Only registration ends with the campaign. Money, classification and acceptance go on until nothing is open.
const WRITERS = { levels: LEVELS, roles: ["clerk", "reviewer", "inspector"] } as const;
const RECTIFIERS = { levels: LEVELS, roles: ["clerk", "reviewer"] } as const;
const REVIEWERS = { levels: LEVELS, roles: ["reviewer"] } as const;
const ACCEPTERS = { levels: LEVELS, roles: ["reviewer", "inspector", "leader"] } as const;
/** What an adjustment, once granted, does to a finding that is not closed. */
const ADJUSTED = {
  from: ["classified", "rectifying", "awaitingAcceptance"],
  to: "same",
  otherwise: restsIn("findings.statusNot", "findings.amendFreely"),
} as const;

/** 已登记 → 已定性 → 整改中 → 待验收 → 已销号, with a way back before each step is confirmed. */
export const findingLifecycle = lifecycle({
  context: "findings",
  subject: "finding",
  version: 1,
  statuses: FINDING_STATUSES,
  acts: {
    register: { from: null, to: "registered", ...WRITERS, ...IN_CAMPAIGN },
    /** Read from a ledger sheet. */
    import: { from: null, to: "registered", ...IN_CAMPAIGN },
    amend: {
      from: ["registered", "classified", "rectifying"],
      to: "same",
      ...WRITERS,
      otherwise: restsIn("findings.statusNot"),
    },
    classify: {
      from: ["registered"],
      to: "classified",
      ...REVIEWERS,
      otherwise: restsIn("findings.alreadyClassified"),
    },
    returnRegistration: {
      from: ["registered", "classified"],
      to: "registered",
      ...REVIEWERS,
      otherwise: restsIn("findings.statusNot"),
    },
    planRectification: {
      from: ["classified"],
      to: "rectifying",
      ...RECTIFIERS,
      otherwise: restsIn("findings.alreadyPlanned", "findings.notClassified"),
    },
    recordSettlement: {
      from: ["registered", "classified", "rectifying"],
      to: "same",
      ...RECTIFIERS,
      otherwise: restsIn("findings.statusNot"),
    },
    /** A payment that bounced is taken back at any time. It reopens a closed finding. */
    reverseSettlement: {
      from: ["rectifying", "awaitingAcceptance", "closed"],
      to: "rectifying",
      ...RECTIFIERS,
      otherwise: restsIn("findings.notPlanned", "findings.notClassified"),
    },
    attachEvidence: {
      from: ["registered", "classified", "rectifying", "awaitingAcceptance"],
      to: "same",
      ...WRITERS,
      otherwise: restsIn("findings.statusNot"),
    },
    reportRectified: {
      from: ["rectifying"],
      to: "awaitingAcceptance",
      ...RECTIFIERS,
      otherwise: restsIn("findings.notPlanned", "findings.notClassified"),
    },
    returnRectification: {
      from: ["awaitingAcceptance"],
      to: "rectifying",
      ...ACCEPTERS,
      otherwise: notReported,
    },
    close: {
      from: ["awaitingAcceptance"],
      to: "closed",
      ...ACCEPTERS,
      otherwise: notReported,
      notBy: { fields: ["reportedBy", "registeredBy"], rule: "findings.closedByOther" },
    },
    /** Changes of a registered finding from a later sheet. */
    importChanges: { from: ["registered"], to: "same" },
    adjust: ADJUSTED,
    move: { ...ADJUSTED, from: ["registered", ...ADJUSTED.from] },
    withdraw: { ...ADJUSTED, from: ["registered", ...ADJUSTED.from], to: "withdrawn" },
    reopenClassification: { ...ADJUSTED, from: ["classified", "rectifying"], to: "registered" },
  },
});

/** The acts of people. The others are steps of an import or of an adjustment. */
export type FindingEvent = Extract<AnyEvent, keyof typeof findingLifecycle.permissions>;
/** The steps of an adjustment. */
export type AdjustingStep = "adjust" | "move" | "withdraw" | "reopenClassification";
export type AnyEvent = (typeof findingLifecycle.events)[number];
export const FINDING_EVENTS = findingLifecycle.events.filter(
  (event): event is FindingEvent => event in findingLifecycle.permissions,
);

/** How a finding begins: entered by a person, or read from a ledger sheet. */
export type FindingBeginning = (typeof findingLifecycle.beginnings)[number];

/** All events of a history. */
export const HISTORY_EVENTS = [...findingLifecycle.beginnings, ...findingLifecycle.events];
export type HistoryEvent = (typeof HISTORY_EVENTS)[number];

/** The rule when an act is not open in a status; a registered finding may lack its classification. */
function restsIn(rule: string, whenRegistered: string = rule): (status: FindingStatus) => string {
  return (status) => {
    if (status === "withdrawn") return "findings.isWithdrawn";
    if (status === "closed") return "findings.isClosed";
    if (status === "awaitingAcceptance") return "findings.awaitsAcceptance";
    return status === "registered" ? whenRegistered : rule;
  };
}

function notReported(status: FindingStatus): string {
  if (status === "withdrawn") return "findings.isWithdrawn";
  return status === "closed" ? "findings.isClosed" : "findings.notReported";
}
