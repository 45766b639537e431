import { LEVELS, type Permission } from "@anji/kernel";

const DRAFTERS = ["clerk", "reviewer", "leader"] as const;
const DECIDERS = ["reviewer", "leader"] as const;

export const monthlyPermissions = {
  draft: { key: "reporting.draftMonthly", levels: ["city"], roles: DRAFTERS },
  redraw: { key: "reporting.redrawMonthly", levels: ["city"], roles: DRAFTERS },
  write: { key: "reporting.writeMonthly", levels: ["city"], roles: DRAFTERS },
  declareNil: { key: "reporting.declareNil", levels: ["city"], roles: DRAFTERS },
  submit: { key: "reporting.submitMonthly", levels: ["city"], roles: DRAFTERS },
  accept: { key: "reporting.acceptMonthly", levels: ["province"], roles: DECIDERS },
  return: { key: "reporting.returnMonthly", levels: ["province"], roles: DECIDERS },
  render: { key: "reporting.renderMonthly", levels: ["city", "province"], roles: DRAFTERS },
  attachRendering: { key: "reporting.attachRendering", levels: LEVELS, roles: ["worker"] },
} as const satisfies Record<string, Permission>;

export const summaryPermissions = {
  draft: { key: "reporting.draftSummary", levels: ["city", "province"], roles: DRAFTERS },
  redraw: { key: "reporting.redrawSummary", levels: ["city", "province"], roles: DRAFTERS },
  write: { key: "reporting.writeSummary", levels: ["city", "province"], roles: DRAFTERS },
  submit: { key: "reporting.submitSummary", levels: ["city", "province"], roles: DECIDERS },
  accept: { key: "reporting.acceptSummary", levels: ["province"], roles: DECIDERS },
  return: { key: "reporting.returnSummary", levels: ["province"], roles: DECIDERS },
  render: { key: "reporting.renderSummary", levels: ["city", "province"], roles: DRAFTERS },
  attachRendering: { key: "reporting.attachSummaryRendering", levels: LEVELS, roles: ["worker"] },
} as const satisfies Record<string, Permission>;

export const reportingPermissions = {
  draftMonthly: monthlyPermissions.draft,
  redrawMonthly: monthlyPermissions.redraw,
  writeMonthly: monthlyPermissions.write,
  declareNil: monthlyPermissions.declareNil,
  submitMonthly: monthlyPermissions.submit,
  acceptMonthly: monthlyPermissions.accept,
  returnMonthly: monthlyPermissions.return,
  renderMonthly: monthlyPermissions.render,
  attachRendering: monthlyPermissions.attachRendering,
  draftSummary: summaryPermissions.draft,
  redrawSummary: summaryPermissions.redraw,
  writeSummary: summaryPermissions.write,
  submitSummary: summaryPermissions.submit,
  acceptSummary: summaryPermissions.accept,
  returnSummary: summaryPermissions.return,
  renderSummary: summaryPermissions.render,
  attachSummaryRendering: summaryPermissions.attachRendering,
} as const satisfies Record<string, Permission>;
