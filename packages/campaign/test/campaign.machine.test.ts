import { getSimplePaths } from "@xstate/graph";
import { describe, expect, it } from "vitest";
import {
  advanced,
  CAMPAIGN_EVENTS,
  type CampaignEvent,
  campaignMachine,
  canAdvance,
  INITIAL_STATE,
  nextState,
} from "../src/campaign.machine.ts";
import { CAMPAIGN_STATES, type CampaignState } from "../src/phase.ts";

const HELD: CampaignEvent = { type: "advance", gatesHold: true };
const FAILED: CampaignEvent = { type: "advance", gatesHold: false };

/** The next state of each state for each event; null: refused. */
const DECIDED: Readonly<Record<CampaignState, { held: CampaignState | null; failed: CampaignState | null }>> = {
  deployment: { held: "selfCheck", failed: null },
  selfCheck: { held: "acceptance", failed: null },
  acceptance: { held: "summary", failed: null },
  summary: { held: "ended", failed: null },
  ended: { held: null, failed: null },
};

function outcome(state: CampaignState, event: CampaignEvent): CampaignState | null {
  return canAdvance(state, event) ? advanced(state, event) : null;
}

describe("the campaign machine", () => {
  it("decides every event in every state", () => {
    expect(CAMPAIGN_EVENTS).toEqual(["advance"]);
    for (const state of CAMPAIGN_STATES) {
      expect([state, outcome(state, HELD), outcome(state, FAILED)]).toEqual([
        state,
        DECIDED[state].held,
        DECIDED[state].failed,
      ]);
      expect(nextState(state)).toBe(DECIDED[state].held);
    }
  });

  it("knows the states of the plan and no other", () => {
    expect(Object.keys(campaignMachine.states).toSorted()).toEqual([...CAMPAIGN_STATES].toSorted());
    expect(INITIAL_STATE).toBe("deployment");
  });

  it("has one way to every state, through all before it", () => {
    const paths = getSimplePaths(campaignMachine, { events: [HELD, FAILED] });
    const ways = paths.map((path) => [
      path.state.value,
      path.steps.filter((step) => step.event.type === "advance").length,
    ]);
    expect(ways).toEqual(CAMPAIGN_STATES.map((state, steps) => [state, steps]));
  });

  it("throws for an event it does not take, rather than ignore it", () => {
    expect(() => advanced("ended", HELD)).toThrow("does not take advance");
    expect(() => advanced("deployment", FAILED)).toThrow("does not take advance");
  });

  it("never moves by itself", () => {
    const timed = Object.values(campaignMachine.states).filter(
      (state) => state.after.length > 0 || (state.always ?? []).length > 0 || state.invoke.length > 0,
    );
    expect(timed).toEqual([]);
  });
});
