export {
  advanced,
  CAMPAIGN_EVENTS,
  CAMPAIGN_MACHINE_VERSION,
  type CampaignEvent,
  campaignMachine,
  canAdvance,
  INITIAL_STATE,
  nextState,
} from "./campaign.machine.ts";
export { whyNotAdvance } from "./campaign.policy.ts";
export {
  type Gate,
  GATE_STATES,
  type GateCell,
  type GateResult,
  type GateSetting,
  type GateSnapshot,
  type GateState,
  type GateUnit,
  type Offender,
  type Standing,
  standingOf,
  type WaiverFact,
} from "./gate.ts";
export { checkGates, gatesHold, isShort, OFFENDERS_SHOWN_MAX, offendersOf } from "./gates.ts";
export {
  acknowledgeWaiverInput,
  advanceInput,
  approveWaiverInput,
  campaignInput,
  campaignLimits,
  createCampaignInput,
  gatesInput,
  moveClockInput,
  offendersInput,
  rejectWaiverInput,
  requestWaiverInput,
  rosterInput,
} from "./inputs.ts";
export { type Matrix, type MatrixCell, matrixOf, type MatrixRow } from "./matrix.ts";
export { campaignPermissions } from "./permissions.ts";
export { CAMPAIGN_STATES, type CampaignState, type Phase, PHASES } from "./phase.ts";
export { type RosterUnit, rosterText } from "./roster.ts";
export {
  WAIVER_KINDS,
  WAIVER_STATES,
  WAIVER_STATUSES,
  type WaiverKind,
  waiverLifecycle,
  type WaiverState,
  type WaiverStatus,
} from "./waiver.lifecycle.ts";
export {
  basisOn,
  type CampaignPlan,
  campaignPlan,
  type Category,
  category,
  evidenceFor,
  type FundLine,
  fundLine,
  isKindValidForFund,
  type Kind,
  kind,
  type Law,
  monthlyReportDueOn,
  phaseAt,
  phaseOfGate,
  type PlanGate,
  planPhase,
  type PlanPhase,
  SETTLEMENT_CHANNELS,
} from "./plan.ts";
export {
  type Conclusion,
  CONCLUSIONS,
  type ProvinceReading,
  PROVINCE_READINGS,
  SPOT_CHECK_QUESTIONS,
  type SpotCheckQuestion,
} from "./plan.inputs.ts";
export { campaignRules } from "./rules.ts";
