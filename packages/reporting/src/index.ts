export {
  receiveReportInput,
  recordSendingInput,
  attachRenderingInput,
  declareNilInput,
  draftReportInput,
  getReportInput,
  listReportsInput,
  refreezeReportInput,
  renderReportInput,
  reportContentInput,
  reportContentRowsInput,
  reportingLimits,
  reportingWorkInput,
  returnReportInput,
  submitReportInput,
  writeReportInput,
} from "./inputs.ts";
export type { CityStanding } from "./city-standing.ts";
export { firstError, NO_PERIOD, type PeriodFacts, type ReportCheck, reportChecks } from "./report-checks.ts";
export {
  NARRATIVE_BOXES,
  REPORT_KINDS,
  type ReportBox,
  type ReportKind,
  type ReportLevel,
  SUMMARY_SECTIONS,
} from "./report-kinds.ts";
export { REPORT_STATUSES, type ReportEvent, reportLifecycle, type ReportStatus } from "./report.lifecycle.ts";
export {
  type ReportImprint,
  reportPermission,
  type ReportState,
  SIGNING_ROLES,
  signingRole,
  whyNot,
} from "./report.ts";
export { reportingRules } from "./rules.ts";
