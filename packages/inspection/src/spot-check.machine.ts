import { setup, transition } from "xstate";

export const SPOT_CHECK_STATUSES = ["planned", "underway", "completed", "countersigned"] as const;
export type SpotCheckStatus = (typeof SPOT_CHECK_STATUSES)[number];

export const SPOT_CHECK_EVENTS = ["begin", "complete", "countersign"] as const;
export type SpotCheckEvent = (typeof SPOT_CHECK_EVENTS)[number];

/** Stored with every row and event, so that an old history is replayed through the machine it was made by. */
export const SPOT_CHECK_MACHINE_VERSION = 1;

export const FIRST_STATUS = "planned" satisfies SpotCheckStatus;

/** 抽查: planned, carried out, recorded, and countersigned by another person. Only then does it count. */
export const spotCheckMachine = setup({ types: { events: eventType() } }).createMachine({
  id: "spotCheck",
  initial: FIRST_STATUS,
  states: {
    planned: { on: { begin: "underway" } },
    underway: { on: { complete: "completed" } },
    completed: { on: { countersign: "countersigned" } },
    countersigned: { type: "final" },
  },
});

export function canAdvance(status: SpotCheckStatus, event: SpotCheckEvent): boolean {
  return spotCheckMachine.resolveState({ value: status, context: {} }).can({ type: event });
}

export function advance(status: SpotCheckStatus, event: SpotCheckEvent): SpotCheckStatus {
  if (!canAdvance(status, event)) throw new Error(`${event} is not open in ${status}`);
  const [next] = transition(spotCheckMachine, spotCheckMachine.resolveState({ value: status, context: {} }), { type: event });
  return next.value;
}

// Only its type is read by setup().
function eventType(): { type: SpotCheckEvent } {
  return { type: "begin" };
}
