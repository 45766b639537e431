import { setup, transition } from "xstate";

export const SPOT_CHECK_STATUSES = ["planned", "underway", "completed", "countersigned", "cancelled"] as const;
export type SpotCheckStatus = (typeof SPOT_CHECK_STATUSES)[number];

/** The way forward, one act at a time. */
export const FORWARD_EVENTS = ["begin", "complete", "countersign"] as const;
export const SPOT_CHECK_EVENTS = [...FORWARD_EVENTS, "return", "cancel"] as const;
export type ForwardEvent = (typeof FORWARD_EVENTS)[number];
export type SpotCheckEvent = (typeof SPOT_CHECK_EVENTS)[number];

/** Stored with every row and event, so that an old history is replayed through the machine it was made by. */
export const SPOT_CHECK_MACHINE_VERSION = 1;

export const FIRST_STATUS = "planned" satisfies SpotCheckStatus;

/**
 * 抽查: planned, carried out, recorded, and countersigned by another person. Only then does it count, and nothing undoes it.
 * Until then a record may be returned to be made anew, and a check entered by mistake be cancelled; neither without a reason.
 */
export const spotCheckMachine = setup({ types: { events: eventType() } }).createMachine({
  id: "spotCheck",
  initial: FIRST_STATUS,
  states: {
    planned: { on: { begin: "underway", cancel: "cancelled" } },
    underway: { on: { complete: "completed", cancel: "cancelled" } },
    completed: { on: { countersign: "countersigned", return: "underway", cancel: "cancelled" } },
    countersigned: { type: "final" },
    cancelled: { type: "final" },
  },
});

export function canAdvance(status: SpotCheckStatus, event: SpotCheckEvent): boolean {
  return spotCheckMachine.resolveState({ value: status, context: {} }).can({ type: event });
}

export function advance(status: SpotCheckStatus, event: SpotCheckEvent): SpotCheckStatus {
  if (!canAdvance(status, event)) throw new Error(`${event} is not open in ${status}`);
  const [next] = transition(spotCheckMachine, spotCheckMachine.resolveState({ value: status, context: {} }), {
    type: event,
  });
  return next.value;
}

// Only its type is read by setup().
function eventType(): { type: SpotCheckEvent } {
  return { type: "begin" };
}
