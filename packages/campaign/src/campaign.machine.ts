import { initialTransition, setup, transition } from "xstate";
import { CAMPAIGN_STATES, type CampaignState } from "./phase.ts";

/** Raised when stored campaigns must be read by another definition. */
export const CAMPAIGN_MACHINE_VERSION = 1;

export type CampaignEvent = { type: "advance"; gatesHold: boolean };
export const CAMPAIGN_EVENTS = ["advance"] as const satisfies readonly CampaignEvent["type"][];

/** 部署启动 → 自查自纠 → 检查验收 → 总结报告 → closed. It moves by a signed act only, and only while every gate holds. */
export const campaignMachine = setup({
  types: { events: {} as CampaignEvent }, // how XState is told its event type; it has no run-time content
  guards: { gatesHold: ({ event }) => event.gatesHold },
}).createMachine({
  id: "campaign",
  initial: "deployment",
  states: {
    deployment: { on: { advance: { guard: "gatesHold", target: "selfCheck" } } },
    selfCheck: { on: { advance: { guard: "gatesHold", target: "acceptance" } } },
    acceptance: { on: { advance: { guard: "gatesHold", target: "summary" } } },
    summary: { on: { advance: { guard: "gatesHold", target: "closed" } } },
    closed: { type: "final" },
  },
});

export const INITIAL_STATE: CampaignState = stateOf(initialTransition(campaignMachine)[0].value);

/** Whether the machine takes the event in this state. XState ignores what it does not know, so this is always asked first. */
export function canAdvance(state: CampaignState, event: CampaignEvent): boolean {
  return campaignMachine.resolveState({ value: state }).can(event);
}

/** The state after an event the machine takes. */
export function advanced(state: CampaignState, event: CampaignEvent): CampaignState {
  if (!canAdvance(state, event)) throw new Error(`campaign ${state} does not take ${event.type}`);
  return stateOf(transition(campaignMachine, campaignMachine.resolveState({ value: state }), event)[0].value);
}

/** Where the next signed act leads, or null at the end. */
export function nextState(state: CampaignState): CampaignState | null {
  const event: CampaignEvent = { type: "advance", gatesHold: true };
  return canAdvance(state, event) ? advanced(state, event) : null;
}

function stateOf(value: unknown): CampaignState {
  const state = CAMPAIGN_STATES.find((one) => one === value);
  if (state === undefined) throw new Error(`unknown campaign state: ${String(value)}`);
  return state;
}
