import { type Condition, type Level, LEVELS, lifecycle, refusal } from "@anji/kernel";

/** 待决定, 已同意, 不同意, 已撤回. */
export const ADJUSTMENT_STATUSES = ["requested", "granted", "declined", "retracted"] as const;
export type AdjustmentStatus = (typeof ADJUSTMENT_STATUSES)[number];

const DECISION = {
  from: ["requested"],
  levels: LEVELS,
  roles: ["reviewer", "leader"],
  otherwise: "adjustments.alreadyDecided",
  notBy: { fields: ["requestedBy", "registeredBy", "classifiedBy"], rule: "adjustments.ownCase" },
} as const;
const APPLICANT = { levels: LEVELS, roles: ["clerk", "reviewer", "inspector"] } as const;

/** 申请调整: asked for with reason and papers, then decided once by another person. It is open after the campaign too. */
export const adjustmentLifecycle = lifecycle({
  context: "adjustments",
  subject: "adjustment",
  version: 1,
  statuses: ADJUSTMENT_STATUSES,
  acts: {
    request: { from: null, to: "requested", ...APPLICANT },
    grant: { ...DECISION, to: "granted" },
    decline: { ...DECISION, to: "declined" },
    retract: { from: ["requested"], to: "retracted", ...APPLICANT, otherwise: "adjustments.alreadyDecided" },
    /** The applicant has read the decision; its work card ends. */
    acknowledge: {
      from: ["granted", "declined"],
      to: "same",
      ...APPLICANT,
      otherwise: "adjustments.notDecided",
    },
  },
});
export type AdjustmentEvent = (typeof adjustmentLifecycle.events)[number];

/** What the policy looks at. */
export type AdjustmentFacts = {
  readonly status: AdjustmentStatus;
  readonly decidingLevel: Level;
  readonly requestedBy: string;
  readonly registeredBy: string;
  readonly classifiedBy: string | null;
};

/** Why this act is not open to this actor now; null when it is. */
export const whyNotAdjustment: Condition<AdjustmentFacts, AdjustmentEvent> =
  adjustmentLifecycle.policy<AdjustmentFacts>({
    whose: [
      ({ subject, event, actor }) => {
        if (event === "grant" || event === "decline") {
          const isDeciding = actor.level === subject.decidingLevel;
          return isDeciding ? null : refusal({ code: "notAllowed", rule: "adjustments.otherLevel" });
        }
        const isApplicant = actor.personId === subject.requestedBy;
        return isApplicant ? null : refusal({ code: "notAllowed", rule: "adjustments.applicantOnly" });
      },
    ],
  });
