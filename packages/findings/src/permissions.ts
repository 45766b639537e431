import { LEVELS, type Permission } from "@anji/kernel";
import { findingLifecycle } from "./finding.lifecycle.ts";

export const findingsPermissions = {
  ...findingLifecycle.permissions,
  signSelfCheck: { key: "findings.signSelfCheck", levels: LEVELS, roles: ["reviewer", "leader"] },
} as const satisfies Record<string, Permission>;
