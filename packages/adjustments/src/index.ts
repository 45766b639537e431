export { ADJUSTMENT_KINDS, type AdjustmentKind, decidingLevel, levelDeciding } from "./adjustment.ts";
export {
  ADJUSTMENT_STATUSES,
  type AdjustmentEvent,
  type AdjustmentFacts,
  adjustmentLifecycle,
  type AdjustmentStatus,
  whyNotAdjustment,
} from "./adjustment.lifecycle.ts";
export type { Effect } from "./effects.ts";
export {
  acknowledgeAdjustmentInput,
  ADJUSTMENT_VIEWS,
  adjustmentChange,
  adjustmentsLimits,
  askableKindsInput,
  declineAdjustmentInput,
  grantAdjustmentInput,
  listAdjustmentsInput,
  requestAdjustmentInput,
  retractAdjustmentInput,
} from "./inputs.ts";
export { adjustmentsPermissions } from "./permissions.ts";
export { adjustmentsRules } from "./rules.ts";
