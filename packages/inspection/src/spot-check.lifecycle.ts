import { lifecycle } from "@anji/kernel";

export const SPOT_CHECK_STATUSES = ["scheduled", "underway", "completed", "countersigned", "cancelled"] as const;
export type SpotCheckStatus = (typeof SPOT_CHECK_STATUSES)[number];

const CITY_UP = ["province", "city"] as const;
/** Checks belong to 检查验收 and what follows it; none is scheduled where it could not be carried out. */
const CARRIED_OUT = { phases: ["acceptance", "summary"], outsidePhase: "inspection.outsidePhase" } as const;

/**
 * 抽查: scheduled, carried out, recorded, and countersigned by another person. Only then it counts, and nothing undoes
 * it. Before that a result may be returned for re-entry, and a check entered by mistake may be cancelled. Both need a
 * reason.
 */
export const spotCheckLifecycle = lifecycle({
  context: "inspection",
  subject: "spotCheck",
  version: 1,
  statuses: SPOT_CHECK_STATUSES,
  acts: {
    schedule: {
      from: null,
      to: "scheduled",
      levels: CITY_UP,
      roles: ["inspector", "leader"],
      ...CARRIED_OUT,
      outsidePhase: "inspection.scheduleOutsidePhase",
    },
    begin: {
      from: ["scheduled"],
      to: "underway",
      levels: CITY_UP,
      roles: ["inspector"],
      ...CARRIED_OUT,
      otherwise: "inspection.beginScheduled",
    },
    complete: {
      from: ["underway"],
      to: "completed",
      levels: CITY_UP,
      roles: ["inspector"],
      ...CARRIED_OUT,
      otherwise: "inspection.completeUnderway",
    },
    countersign: {
      from: ["completed"],
      to: "countersigned",
      levels: CITY_UP,
      roles: ["inspector", "reviewer", "leader"],
      ...CARRIED_OUT,
      otherwise: "inspection.countersignCompleted",
      notBy: { fields: ["completedBy"], rule: "inspection.countersignOther" },
    },
    return: {
      from: ["completed"],
      to: "underway",
      levels: CITY_UP,
      roles: ["inspector", "reviewer", "leader"],
      ...CARRIED_OUT,
      otherwise: "inspection.returnCompleted",
    },
    cancel: {
      from: ["scheduled", "underway", "completed"],
      to: "cancelled",
      levels: CITY_UP,
      roles: ["inspector", "leader"],
      phases: ["selfCheck", "acceptance", "summary"],
      outsidePhase: "inspection.cancelOutsidePhase",
      otherwise: "inspection.cancelOpen",
    },
  },
});

export type SpotCheckEvent = (typeof spotCheckLifecycle.events)[number];

/** The way forward, one act at a time. */
export const FORWARD_EVENTS = ["begin", "complete", "countersign"] as const satisfies readonly SpotCheckEvent[];
export type ForwardEvent = (typeof FORWARD_EVENTS)[number];
