export { AMOUNT_COLUMNS } from "./documents/figures.ts";
export {
  FIGURE_GROUPS,
  FIGURE_MEASURES,
  type FigureEntry,
  figureEntries,
  type FigureGroup,
  type FigureKey,
  type FigureMeasure,
  isFigure,
} from "./figures/figure-key.ts";
export { countsUnit, UNIT_FIGURES, type UnitFigure } from "./figures/unit-figure.ts";
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
  monthlyRowsInput,
  monthlyUnitsInput,
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
  summaryRowsInput,
  writeMonthlyInput,
  writeSummaryInput,
} from "./inputs.ts";
export { reportingPermissions } from "./permissions.ts";
export { firstError, monthlyChecks, type ReportCheck, summaryChecks } from "./report-checks.ts";
export { cutOffOf, endOf, reportedMonths } from "./report-period.ts";
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
