import { SPOT_CHECK_STATUSES, spotCheckLifecycle } from "@anji/inspection";
import { spotCheckEvent } from "@anji/inspection/tables";
import { getSimplePaths } from "@xstate/graph";
import { asc } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { countersigned } from "./acts.ts";
import { checkWorld } from "./world.ts";

const DECIDED: Record<string, string> = {
  "scheduled+begin": "underway",
  "underway+complete": "completed",
  "completed+countersign": "countersigned",
  "completed+return": "underway",
  "scheduled+cancel": "cancelled",
  "underway+cancel": "cancelled",
  "completed+cancel": "cancelled",
};

describe("the spot check's machine", () => {
  it("decides every state with every event", () => {
    for (const status of SPOT_CHECK_STATUSES) {
      for (const event of spotCheckLifecycle.events) {
        const to = DECIDED[`${status}+${event}`];
        expect(spotCheckLifecycle.isOpen(status, event), `${status}+${event}`).toBe(to !== undefined);
        expect(
          outcomeOf(() => spotCheckLifecycle.after(status, event)),
          `${status}+${event}`,
        ).toBe(to ?? "refused");
      }
    }
  });

  it("reaches every state by its paths", () => {
    const paths = getSimplePaths(spotCheckLifecycle.machine, {
      events: spotCheckLifecycle.events.map((type) => ({ type })),
    });
    expect(new Set(paths.map((path) => path.state.value))).toEqual(new Set(SPOT_CHECK_STATUSES));
  });

  it("folds a stored history to the stored status", async () => {
    const world = await checkWorld();
    const check = await countersigned(world, {
      by: world.cityInspector,
      other: world.cityReviewer,
      level: "city",
      unitCode: "130123",
    });
    const events = await world.asProvince((tx) => tx.select().from(spotCheckEvent).orderBy(asc(spotCheckEvent.seq)));
    const folded = events.reduce<(typeof SPOT_CHECK_STATUSES)[number] | null>((status, { event }) => {
      const known = spotCheckLifecycle.events.find((one) => one === event);
      return status === null || known === undefined ? "scheduled" : spotCheckLifecycle.after(status, known);
    }, null);
    expect(folded).toBe(check.status);
    expect(events.map((event) => event.to)).toEqual(["scheduled", "underway", "completed", "countersigned"]);
  });
});

function outcomeOf(step: () => string): string {
  try {
    return step();
  } catch {
    return "refused";
  }
}
