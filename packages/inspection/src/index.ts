export { type CityFloor, cityFloors, type Floor, type ProvinceFloor, provinceFloor } from "./coverage.ts";
export {
  beginCheckInput,
  cancelCheckInput,
  completeCheckInput,
  countersignCheckInput,
  coverageInput,
  getCheckInput,
  inspectionLimits,
  inspectionWorkInput,
  listChecksInput,
  planCheckInput,
  returnCheckInput,
} from "./inputs.ts";
export { inspectionPermissions } from "./permissions.ts";
export { inspectionRules } from "./rules.ts";
export {
  FORWARD_EVENTS,
  type ForwardEvent,
  SPOT_CHECK_STATUSES,
  type SpotCheckEvent,
  spotCheckLifecycle,
  type SpotCheckStatus,
} from "./spot-check.lifecycle.ts";
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
} from "./spot-check.ts";
