import { spotChecks } from "./spot-check.lifecycle.ts";

export const inspectionPermissions = spotChecks.permissions;
