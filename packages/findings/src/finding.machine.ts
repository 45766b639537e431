import { setup, transition } from "xstate";

/** 已登记, 已定性, 整改中, 待验收, 已销号. */
export const FINDING_STATUSES = ["registered", "classified", "rectifying", "awaitingAcceptance", "closed"] as const;
export type FindingStatus = (typeof FINDING_STATUSES)[number];

export const FINDING_EVENTS = [
  "amend",
  "classify",
  "returnRegistration",
  "planRectification",
  "recordSettlement",
  "attachEvidence",
  "reportRectified",
  "returnRectification",
  "close",
] as const;
export type FindingEvent = (typeof FINDING_EVENTS)[number];

/** How a finding comes to be: entered by a person, or read from a ledger sheet. */
export const FINDING_BEGINNINGS = ["register", "import"] as const;
export type FindingBeginning = (typeof FINDING_BEGINNINGS)[number];

/** What stands in a history: beginnings, the acts, and what a later sheet changed of a registered finding. */
export const HISTORY_EVENTS = [...FINDING_BEGINNINGS, ...FINDING_EVENTS, "importChanges"] as const;
export type HistoryEvent = (typeof HISTORY_EVENTS)[number];

/** Stored with every row and event, so that an old history is replayed through the machine it was made by. */
export const FINDING_MACHINE_VERSION = 1;
export const FIRST_STATUS = "registered" satisfies FindingStatus;

/** 已登记 → 已定性 → 整改中 → 待验收 → 已销号, with a way back before each step is confirmed. */
export const findingMachine = setup({ types: { events: eventType() } }).createMachine({
  id: "finding",
  initial: "registered",
  states: {
    registered: {
      on: {
        amend: "registered",
        importChanges: "registered",
        returnRegistration: "registered",
        recordSettlement: "registered",
        attachEvidence: "registered",
        classify: "classified",
      },
    },
    classified: {
      on: {
        amend: "classified",
        recordSettlement: "classified",
        attachEvidence: "classified",
        returnRegistration: "registered",
        planRectification: "rectifying",
      },
    },
    rectifying: {
      on: {
        amend: "rectifying",
        recordSettlement: "rectifying",
        attachEvidence: "rectifying",
        reportRectified: "awaitingAcceptance",
      },
    },
    awaitingAcceptance: {
      on: { attachEvidence: "awaitingAcceptance", returnRectification: "rectifying", close: "closed" },
    },
    closed: { type: "final" },
  },
});

export type StatusEvent = FindingEvent | "importChanges";

export function canAdvance(status: FindingStatus, event: StatusEvent): boolean {
  return findingMachine.resolveState({ value: status, context: {} }).can({ type: event });
}

/** The status after an event. Asking first is the caller's duty: the machine itself ignores what it does not know. */
export function advance(status: FindingStatus, event: StatusEvent): FindingStatus {
  if (!canAdvance(status, event)) throw new Error(`${event} is not open in ${status}`);
  const [next] = transition(findingMachine, findingMachine.resolveState({ value: status, context: {} }), {
    type: event,
  });
  return next.value;
}

/** Folds a stored history into the status it leads to. */
export function replay(history: readonly HistoryEvent[]): FindingStatus {
  const [first, ...later] = history;
  if (first !== "register" && first !== "import") throw new Error(`a history cannot begin with ${first ?? "nothing"}`);
  return later.reduce<FindingStatus>((status, event) => {
    if (event === "register" || event === "import") throw new Error(`${event} stands only at the beginning`);
    return advance(status, event);
  }, FIRST_STATUS);
}

// Only its type is read by setup().
function eventType(): { type: StatusEvent } {
  return { type: "amend" };
}
