import { findingLifecycle } from "./finding.lifecycle.ts";

export const findingsPermissions = findingLifecycle.permissions;
