export { conclusionsFitting, marksTotal, needsFollowing } from "./conclusions.ts";
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
  listInspectorsInput,
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
  type SpotCheckLevel,
  INSPECTORS_MIN,
  MARKS_TOTAL,
  type SpotCheckState,
  whyNot,
} from "./spot-check.ts";
