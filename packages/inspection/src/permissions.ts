import { spotCheckLifecycle } from "./spot-check.lifecycle.ts";

export const inspectionPermissions = spotCheckLifecycle.permissions;
