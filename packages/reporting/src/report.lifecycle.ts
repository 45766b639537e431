import { LEVELS, lifecycle } from "@anji/kernel";
import { REPORT_LEVELS } from "./report-kinds.ts";

export const REPORT_STATUSES = ["draft", "submitted", "returned", "received"] as const;
export type ReportStatus = (typeof REPORT_STATUSES)[number];

/** Acts of the report's own unit; `report-kinds.ts` narrows them for each kind. */
const OWN = { levels: REPORT_LEVELS, roles: ["clerk", "reviewer", "leader"] } as const;
const PROVINCE = { levels: ["province"], roles: ["reviewer", "leader"] } as const;
const UNSUBMITTED = ["draft", "returned"] as const;
const SUBMITTED = ["submitted", "received"] as const;

/**
 * 起草 → 报送 → 接收 or 退回. Text and figures change only before submission or after a return. Files are made once it is
 * submitted.
 */
export const reportLifecycle = lifecycle({
  context: "reporting",
  subject: "report",
  version: 1,
  statuses: REPORT_STATUSES,
  acts: {
    draft: { from: null, to: "draft", ...OWN },
    write: { from: UNSUBMITTED, to: "same", ...OWN, otherwise: "reporting.writeUnsubmitted" },
    refreeze: { from: UNSUBMITTED, to: "same", ...OWN, otherwise: "reporting.refreezeUnsubmitted" },
    declareNil: { from: UNSUBMITTED, to: "same", ...OWN, otherwise: "reporting.writeUnsubmitted" },
    submit: { from: UNSUBMITTED, to: "submitted", ...OWN, otherwise: "reporting.submitUnsubmitted" },
    receive: {
      from: ["submitted"],
      to: "received",
      ...PROVINCE,
      otherwise: "reporting.decideSubmitted",
      notBy: { fields: ["submittedBy"], rule: "reporting.receiveOther" },
    },
    return: { from: ["submitted"], to: "returned", ...PROVINCE, otherwise: "reporting.decideSubmitted" },
    recordSending: {
      from: ["submitted"],
      to: "same",
      levels: ["province"],
      roles: ["clerk", "reviewer", "leader"],
      otherwise: "reporting.sendSubmitted",
    },
    render: { from: SUBMITTED, to: "same", ...OWN, otherwise: "reporting.renderSubmitted" },
    attachRendering: {
      from: SUBMITTED,
      to: "same",
      levels: LEVELS,
      roles: ["worker"],
      otherwise: "reporting.renderSubmitted",
    },
  },
});

export type ReportEvent = (typeof reportLifecycle.events)[number];
