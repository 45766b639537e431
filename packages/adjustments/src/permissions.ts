import { adjustmentLifecycle } from "./adjustment.lifecycle.ts";

export const adjustmentsPermissions = adjustmentLifecycle.permissions;
