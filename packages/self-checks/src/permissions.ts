import { LEVELS, type Permission } from "@anji/kernel";

export const selfChecksPermissions = {
  signSelfCheck: { key: "selfChecks.signSelfCheck", levels: LEVELS, roles: ["reviewer", "leader"] },
} as const satisfies Record<string, Permission>;
