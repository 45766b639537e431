import { codeOfPath, type Condition, lifecycle, parentPath, refusal, type RegionPath } from "@anji/kernel";
import { PHASES } from "./phase.ts";

export const WAIVER_STATUSES = ["requested", "approved", "rejected"] as const;
export type WaiverStatus = (typeof WAIVER_STATUSES)[number];

const RUNNING = { phases: PHASES, outsidePhase: "campaign.alreadyEnded" } as const;
const DECISION = {
  from: ["requested"],
  levels: ["province", "city"],
  roles: ["leader"],
  ...RUNNING,
  otherwise: "campaign.waiverDecided",
  notBy: { fields: ["requestedBy"], rule: "campaign.waiverTwoPersons" },
} as const;

/**
 * 豁免: asked for by a unit, then approved or rejected once, one level above it. Its last day needs no act: the waiver
 * then ends.
 */
export const waiverLifecycle = lifecycle({
  context: "campaign",
  subject: "waiver",
  version: 1,
  statuses: WAIVER_STATUSES,
  acts: {
    requestWaiver: {
      from: null,
      to: "requested",
      levels: ["city", "county"],
      roles: ["clerk", "reviewer", "leader"],
      ...RUNNING,
    },
    approveWaiver: { ...DECISION, to: "approved" },
    rejectWaiver: { ...DECISION, to: "rejected" },
  },
});
export type WaiverEvent = (typeof waiverLifecycle.events)[number];

/** What the policy looks at. */
export type WaiverFacts = {
  readonly status: WaiverStatus;
  readonly regionPath: RegionPath;
  readonly requestedBy: string;
  readonly expiresOn: string;
  readonly today: string;
};

/** Why this act is not open to this actor now; null when it is. */
export const whyNotWaiver: Condition<WaiverFacts, WaiverEvent> = waiverLifecycle.policy<WaiverFacts>({
  whose: [
    ({ subject, actor }) => {
      const above = parentPath(subject.regionPath);
      const isOneLevelUp = above !== null && actor.unitCode === codeOfPath(above);
      return isOneLevelUp ? null : refusal({ code: "notAllowed", rule: "campaign.waiverOneLevelUp" });
    },
  ],
  // An expired request can still be rejected.
  content: [({ subject, event }) => (event === "approveWaiver" ? whyNotLasting(subject) : null)],
});

/** A waiver must last beyond today, when it is asked for and when it is approved. */
export function whyNotLasting({ expiresOn, today }: Pick<WaiverFacts, "expiresOn" | "today">) {
  const rule = "campaign.waiverExpired";
  const fields = [{ path: "expiresOn", rule, params: {} }];
  return expiresOn > today ? null : refusal({ code: "invalid", rule, fields });
}
