import { initialTransition, setup, transition } from "xstate";
import { CAMPAIGN_STATES, type CampaignState } from "./phase.ts";

/** Raised when stored campaigns need another definition. */
export const CAMPAIGN_MACHINE_VERSION = 1;

export type CampaignEvent = { type: "advance"; gatesHold: boolean };
export const CAMPAIGN_EVENTS = ["advance"] as const satisfies readonly CampaignEvent["type"][];

/**
 * The campaign's way through its four phases. It moves only by a signed act, and only while every gate of the phase
 * passes or is waived. No date moves it, and there is no way back. The plan says what a gate asks for.
 */
export const campaignMachine = setup({
  types: { events: {} as CampaignEvent }, // gives XState its event type; it has no run-time content
  guards: { gatesHold: ({ event }) => event.gatesHold },
}).createMachine({
  id: "campaign",
  initial: "deployment",
  states: {
    deployment: {
      description: "部署启动：成立领导小组，制定实施方案",
      on: { advance: { guard: "gatesHold", target: "selfCheck", description: "signed by the province's leader" } },
    },
    selfCheck: {
      description: "自查自纠：全面自查，逐项定性、纠正",
      on: { advance: { guard: "gatesHold", target: "acceptance", description: "signed by the province's leader" } },
    },
    acceptance: {
      description: "检查验收：市抽查、省抽查达到规定的面",
      on: { advance: { guard: "gatesHold", target: "summary", description: "signed by the province's leader" } },
    },
    summary: {
      description: "总结报告：各市报送总结，省汇总上报",
      on: { advance: { guard: "gatesHold", target: "ended", description: "signed by the province's leader" } },
    },
    ended: { description: "已结束", type: "final" },
  },
});

export const INITIAL_STATE: CampaignState = stateOf(initialTransition(campaignMachine)[0].value);

/** Whether the event is open in this state. XState ignores unknown events, so this is always asked first. */
export function canAdvance(state: CampaignState, event: CampaignEvent): boolean {
  return campaignMachine.resolveState({ value: state }).can(event);
}

/** The state after an open event. */
export function advanced(state: CampaignState, event: CampaignEvent): CampaignState {
  if (!canAdvance(state, event)) throw new Error(`campaign ${state} does not take ${event.type}`);
  return stateOf(transition(campaignMachine, campaignMachine.resolveState({ value: state }), event)[0].value);
}

/** The state after the next signed act, or null at the end. */
export function nextState(state: CampaignState): CampaignState | null {
  const event: CampaignEvent = { type: "advance", gatesHold: true };
  return canAdvance(state, event) ? advanced(state, event) : null;
}

function stateOf(value: unknown): CampaignState {
  const state = CAMPAIGN_STATES.find((one) => one === value);
  if (state === undefined) throw new Error(`unknown campaign state: ${String(value)}`);
  return state;
}
