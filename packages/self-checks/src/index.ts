export { listSelfChecksInput, selfChecksLimits, selfChecksWorkInput, signSelfCheckInput } from "./inputs.ts";
export { selfChecksPermissions } from "./permissions.ts";
export { selfChecksRules } from "./rules.ts";
export { SELF_CHECK_OUTCOMES, type SelfCheckOutcome } from "./self-check.ts";
