export { type CityFloor, cityFloors, type Floor, type ProvinceFloor, provinceFloor } from "./coverage.ts";
export {
  beginSpotCheckInput,
  cancelSpotCheckInput,
  completeSpotCheckInput,
  countersignSpotCheckInput,
  coverageInput,
  getSpotCheckInput,
  inspectionLimits,
  inspectionWorkInput,
  listSpotChecksInput,
  scheduleSpotCheckInput,
  returnSpotCheckInput,
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
  SPOT_CHECK_LEVELS,
  SPOT_CHECK_QUESTIONS,
  type SpotCheckLevel,
  type SpotCheckQuestion,
  type Conclusion,
  CONCLUSIONS,
  INSPECTORS_MIN,
  REMARK_REQUIRED_BELOW,
  SCORE_MAX,
  scoreOutOfHundred,
  type SpotCheckState,
  whyNot,
} from "./spot-check.ts";
