export { type CityFloor, cityFloors, type Floor, type ProvinceFloor, provinceFloor } from "./coverage.ts";
export {
  beginCheckInput,
  cancelCheckInput,
  completeCheckInput,
  countersignCheckInput,
  coverageInput,
  getCheckInput,
  inspectionWorkInput,
  listChecksInput,
  planCheckInput,
  returnCheckInput,
} from "./inputs.ts";
export { inspectionPermissions } from "./permissions.ts";
export { inspectionRules } from "./rules.ts";
export {
  advance,
  canAdvance,
  FORWARD_EVENTS,
  type ForwardEvent,
  SPOT_CHECK_EVENTS,
  SPOT_CHECK_STATUSES,
  type SpotCheckEvent,
  spotCheckMachine,
  type SpotCheckStatus,
} from "./spot-check.machine.ts";
export {
  CHECK_LEVELS,
  CHECK_QUESTIONS,
  type CheckLevel,
  type CheckQuestion,
  type Conclusion,
  CONCLUSIONS,
  INSPECTORS_MIN,
  REMARK_REQUIRED_BELOW,
  SCORE_MAX,
  scoreOutOfHundred,
  type SpotCheckState,
  whyNot,
  whyNotPhase,
} from "./spot-check.ts";
