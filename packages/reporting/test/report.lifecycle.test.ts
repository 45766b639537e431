import { REPORT_STATUSES, reportLifecycle } from "@anji/reporting";
import { getSimplePaths } from "@xstate/graph";
import { describe, expect, it } from "vitest";

const DECIDED: Record<string, string> = {
  "draft+write": "draft",
  "draft+refreeze": "draft",
  "draft+declareNil": "draft",
  "draft+submit": "submitted",
  "submitted+receive": "received",
  "submitted+return": "returned",
  "submitted+recordSending": "submitted",
  "submitted+render": "submitted",
  "submitted+attachRendering": "submitted",
  "returned+write": "returned",
  "returned+refreeze": "returned",
  "returned+declareNil": "returned",
  "returned+submit": "submitted",
  "received+render": "received",
  "received+attachRendering": "received",
};

describe("the report's machine", () => {
  it("decides every state with every event", () => {
    for (const status of REPORT_STATUSES) {
      for (const event of reportLifecycle.events) {
        const to = DECIDED[`${status}+${event}`];
        expect(reportLifecycle.isOpen(status, event), `${status}+${event}`).toBe(to !== undefined);
        expect(
          outcomeOf(() => reportLifecycle.after(status, event)),
          `${status}+${event}`,
        ).toBe(to ?? "refused");
      }
    }
  });

  it("reaches every state by its paths", () => {
    const paths = getSimplePaths(reportLifecycle.machine, { events: reportLifecycle.events.map((type) => ({ type })) });
    expect(new Set(paths.map((path) => path.state.value))).toEqual(new Set(REPORT_STATUSES));
  });
});

function outcomeOf(step: () => string): string {
  try {
    return step();
  } catch {
    return "refused";
  }
}
