import { LEVELS, type Permission } from "@anji/kernel";
import { findingLifecycle } from "./finding.lifecycle.ts";

export const findingsPermissions = {
  ...findingLifecycle.permissions,
  signSelfCheck: { key: "findings.signSelfCheck", levels: LEVELS, roles: ["reviewer", "leader"] },
  startImport: { key: "findings.startImport", levels: LEVELS, roles: ["clerk", "reviewer"] },
  importChunk: { key: "findings.importChunk", levels: LEVELS, roles: ["clerk", "reviewer"] },
  finishImport: { key: "findings.finishImport", levels: LEVELS, roles: ["clerk", "reviewer"] },
  makeSheet: {
    key: "findings.makeSheet",
    levels: LEVELS,
    roles: ["clerk", "reviewer", "inspector", "leader", "administrator"],
  },
} as const satisfies Record<string, Permission>;
