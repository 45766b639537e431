import {
  codeOfPath,
  type Condition,
  type Day,
  lifecycle,
  parentPath,
  type Refusal,
  refusal,
  type RegionPath,
  at,
  invalid,
} from "@anji/kernel";
import { PHASES } from "./phase.ts";

/** 延期: the duty stays, with a day. 免除: the unit need not do it. */
export const WAIVER_KINDS = ["delay", "exemption"] as const;
export type WaiverKind = (typeof WAIVER_KINDS)[number];

export const WAIVER_STATUSES = ["requested", "approved", "rejected"] as const;
export type WaiverStatus = (typeof WAIVER_STATUSES)[number];

/** What a waiver is on a day: its status, and what its days and the duty make of it. */
export const WAIVER_STATES = ["requested", "lapsed", "approved", "rejected", "expired", "met", "unmet"] as const;
export type WaiverState = (typeof WAIVER_STATES)[number];

const RUNNING = { phases: PHASES, outsidePhase: "campaign.alreadyEnded" } as const;
const OWN = { levels: ["city", "county"], roles: ["clerk", "reviewer", "leader"], ...RUNNING } as const;
const DECISION = {
  from: ["requested"],
  levels: ["province", "city"],
  roles: ["leader"],
  ...RUNNING,
  otherwise: "campaign.waiverDecided",
  notBy: { fields: ["requestedBy"], rule: "campaign.waiverTwoPersons" },
} as const;

/**
 * 豁免: asked for by a unit, then approved or rejected once, one level above it. Days need no act: a request that
 * nobody decides expires, and a waiver ends.
 */
export const waiverLifecycle = lifecycle({
  context: "campaign",
  subject: "waiver",
  version: 1,
  statuses: WAIVER_STATUSES,
  acts: {
    requestWaiver: { from: null, to: "requested", ...OWN },
    approveWaiver: { ...DECISION, to: "approved" },
    rejectWaiver: { ...DECISION, to: "rejected" },
    /** The unit has seen what was decided, or that nobody decided. */
    acknowledgeWaiver: { from: WAIVER_STATUSES, to: "same", ...OWN },
  },
});
export type WaiverEvent = (typeof waiverLifecycle.events)[number];

/** What the policy looks at. */
export type WaiverFacts = {
  readonly status: WaiverStatus;
  readonly regionPath: RegionPath;
  readonly requestedBy: string;
  readonly expiresOn: string;
  readonly decideBy: string;
  readonly seenAt: Date | null;
  readonly today: string;
};

/** Why this act is not open to this actor now; null when it is. */
export const whyNotWaiver: Condition<WaiverFacts, WaiverEvent> = waiverLifecycle.policy<WaiverFacts>({
  whose: [
    ({ subject, event, actor }) => {
      if (event === "acknowledgeWaiver") return actor.path === subject.regionPath ? null : OWN_UNIT_ONLY;
      const above = parentPath(subject.regionPath);
      const isOneLevelUp = above !== null && actor.unitCode === codeOfPath(above);
      return isOneLevelUp ? null : refusal({ code: "notAllowed", rule: "campaign.waiverOneLevelUp" });
    },
  ],
  content: [
    ({ subject, event }) => (event === "acknowledgeWaiver" ? whyNotSeen(subject) : whyNotInTime(subject)),
    // A request whose own day has passed can still be rejected.
    ({ subject, event }) => (event === "approveWaiver" ? whyNotLasting(subject) : null),
  ],
});

const OWN_UNIT_ONLY = refusal({ code: "notAllowed", rule: "campaign.ownUnitOnly" });

/** A request that nobody has decided by its day. */
export function isLapsed({ status, decideBy, today }: Pick<WaiverFacts, "status" | "decideBy" | "today">): boolean {
  return status === "requested" && decideBy < today;
}

function whyNotInTime(subject: WaiverFacts): Refusal | null {
  return isLapsed(subject) ? refusal({ code: "precondition", rule: "campaign.waiverLapsed" }) : null;
}

function whyNotSeen(subject: WaiverFacts): Refusal | null {
  const isDecided = subject.status !== "requested" || isLapsed(subject);
  if (!isDecided) return refusal({ code: "precondition", rule: "campaign.waiverUndecided" });
  return subject.seenAt === null ? null : refusal({ code: "precondition", rule: "campaign.waiverSeen" });
}

/** A waiver must last beyond today, when it is asked for and when it is approved. */
export function whyNotLasting({ expiresOn, today }: Pick<WaiverFacts, "expiresOn" | "today">): Refusal | null {
  return expiresOn > today ? null : invalid([at("expiresOn", "campaign.waiverExpired")]);
}

/** A waiver ends with the campaign at the latest. */
export function whyNotWithin({ expiresOn, endsOn }: { expiresOn: Day; endsOn: Day }): Refusal | null {
  return expiresOn <= endsOn ? null : invalid([at("expiresOn", "campaign.waiverBeyondEnd", { endsOn })]);
}
