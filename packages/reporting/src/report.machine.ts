import { setup, transition } from "xstate";

export const REPORT_STATUSES = ["draft", "submitted", "returned", "accepted"] as const;
export type ReportStatus = (typeof REPORT_STATUSES)[number];

export const REPORT_EVENTS = [
  "write",
  "redraw",
  "declareNil",
  "submit",
  "accept",
  "return",
  "render",
  "attachRendering",
] as const;
export type ReportEvent = (typeof REPORT_EVENTS)[number];

/** Stored with every row and event, so that an old history is replayed through the machine it was made by. */
export const REPORT_MACHINE_VERSION = 1;
export const FIRST_STATUS = "draft" satisfies ReportStatus;

/** 起草 → 报送 → 接收 or 退回. Text and figures change only in the unit's hands; files are made once it has let go. */
export const reportMachine = setup({ types: { events: eventType() } }).createMachine({
  id: "report",
  initial: FIRST_STATUS,
  states: {
    draft: { on: { write: "draft", redraw: "draft", declareNil: "draft", submit: "submitted" } },
    submitted: { on: { accept: "accepted", return: "returned", render: "submitted", attachRendering: "submitted" } },
    returned: { on: { write: "returned", redraw: "returned", declareNil: "returned", submit: "submitted" } },
    accepted: { on: { render: "accepted", attachRendering: "accepted" } },
  },
});

export function canAdvance(status: ReportStatus, event: ReportEvent): boolean {
  return reportMachine.resolveState({ value: status, context: {} }).can({ type: event });
}

export function advance(status: ReportStatus, event: ReportEvent): ReportStatus {
  if (!canAdvance(status, event)) throw new Error(`${event} is not open in ${status}`);
  const [next] = transition(reportMachine, reportMachine.resolveState({ value: status, context: {} }), { type: event });
  return next.value;
}

// Only its type is read by setup().
function eventType(): { type: ReportEvent } {
  return { type: "write" };
}
