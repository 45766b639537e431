export {
  acceptMonthlyInput,
  acceptSummaryInput,
  attachRenderingInput,
  attachSummaryRenderingInput,
  declareNilInput,
  draftMonthlyInput,
  draftSummaryInput,
  getMonthlyInput,
  getSummaryInput,
  listMonthlyInput,
  listSummariesInput,
  monthlyContentInput,
  monthlyContentRowsInput,
  redrawMonthlyInput,
  redrawSummaryInput,
  renderMonthlyInput,
  renderSummaryInput,
  reportingLimits,
  reportingWorkInput,
  returnMonthlyInput,
  returnSummaryInput,
  submitMonthlyInput,
  submitSummaryInput,
  summaryContentInput,
  writeMonthlyInput,
  writeSummaryInput,
} from "./inputs.ts";
export { reportingPermissions } from "./permissions.ts";
export { firstError, monthlyChecks, type ReportCheck, summaryChecks } from "./report-checks.ts";
export { reportedMonths } from "./report-period.ts";
export {
  advance,
  canAdvance,
  REPORT_EVENTS,
  REPORT_STATUSES,
  type ReportEvent,
  reportMachine,
  type ReportStatus,
} from "./report.machine.ts";
export {
  NARRATIVE_BOXES,
  type ReportImprint,
  type ReportState,
  SUMMARY_EVENTS,
  SUMMARY_LEVELS,
  SUMMARY_SECTIONS,
  type SummaryEvent,
  type SummaryLevel,
  whyNotMonthly,
  whyNotSummary,
} from "./report.ts";
export { reportingRules } from "./rules.ts";
