import { FINDING_STATUSES, findingLifecycle, type FindingStatus } from "@anji/findings";
import { getSimplePaths } from "@xstate/graph";
import { describe, expect, it } from "vitest";

const EVENTS = findingLifecycle.events;

/** The result of every status × event. What is not named here is refused. */
const TABLE: Readonly<Record<FindingStatus, Partial<Record<(typeof EVENTS)[number], FindingStatus>>>> = {
  registered: {
    amend: "registered",
    importChanges: "registered",
    returnRegistration: "registered",
    recordSettlement: "registered",
    attachEvidence: "registered",
    classify: "classified",
    move: "registered",
    withdraw: "withdrawn",
  },
  classified: {
    amend: "classified",
    recordSettlement: "classified",
    attachEvidence: "classified",
    returnRegistration: "registered",
    planRectification: "rectifying",
    adjust: "classified",
    move: "classified",
    withdraw: "withdrawn",
    reopenClassification: "registered",
  },
  rectifying: {
    amend: "rectifying",
    recordSettlement: "rectifying",
    attachEvidence: "rectifying",
    reverseSettlement: "rectifying",
    reportRectified: "awaitingAcceptance",
    adjust: "rectifying",
    move: "rectifying",
    withdraw: "withdrawn",
    reopenClassification: "registered",
  },
  awaitingAcceptance: {
    attachEvidence: "awaitingAcceptance",
    reverseSettlement: "rectifying",
    returnRectification: "rectifying",
    close: "closed",
    adjust: "awaitingAcceptance",
    move: "awaitingAcceptance",
    withdraw: "withdrawn",
  },
  closed: { reverseSettlement: "rectifying" },
  withdrawn: {},
};

/** The status after an event, or undefined where the event is not open. */
function statusAfter(status: FindingStatus, event: (typeof EVENTS)[number]): FindingStatus | undefined {
  try {
    return after(status, event);
  } catch {
    return undefined;
  }
}

const { after, isOpen, machine, replay } = findingLifecycle;

describe("the finding machine", () => {
  for (const status of FINDING_STATUSES) {
    for (const event of EVENTS) {
      const to = TABLE[status][event];
      it(`${status} + ${event} ${to === undefined ? "is refused" : `leads to ${to}`}`, () => {
        expect(isOpen(status, event)).toBe(to !== undefined);
        expect(statusAfter(status, event)).toBe(to);
      });
    }
  }

  it("reaches every status, and closes only what was classified, planned and reported", () => {
    const paths = getSimplePaths(machine, { events: EVENTS.map((type) => ({ type })) });
    expect(new Set(paths.map((path) => path.state.value))).toEqual(new Set(FINDING_STATUSES));
    for (const path of paths.filter((one) => one.state.value === "closed")) {
      const events = path.steps.map((step) => String(step.event.type));
      for (const needed of ["classify", "planRectification", "reportRectified", "close"])
        expect(events).toContain(needed);
    }
  });

  it("folds a history into its status, and takes no history without a beginning", () => {
    expect(replay(["import"])).toBe("registered");
    expect(replay(["register", "classify", "returnRegistration", "amend", "classify", "planRectification"])).toBe(
      "rectifying",
    );
    expect(() => replay(["classify"])).toThrow("cannot begin with classify");
    expect(() => replay(["register", "close"])).toThrow("close is not open in registered");
    expect(() => replay(["register", "register"])).toThrow("only at the beginning");
  });
});
