import { LEVELS, type Permission } from "@anji/kernel";

export const findingsPermissions = {
  register: { key: "findings.register", levels: LEVELS, roles: ["clerk", "reviewer", "inspector"] },
  amend: { key: "findings.amend", levels: LEVELS, roles: ["clerk", "reviewer", "inspector"] },
  classify: { key: "findings.classify", levels: LEVELS, roles: ["reviewer"] },
  returnRegistration: { key: "findings.returnRegistration", levels: LEVELS, roles: ["reviewer"] },
  planRectification: { key: "findings.planRectification", levels: LEVELS, roles: ["clerk", "reviewer"] },
  recordSettlement: { key: "findings.recordSettlement", levels: LEVELS, roles: ["clerk", "reviewer"] },
  attachEvidence: { key: "findings.attachEvidence", levels: LEVELS, roles: ["clerk", "reviewer", "inspector"] },
  reportRectified: { key: "findings.reportRectified", levels: LEVELS, roles: ["clerk", "reviewer"] },
  returnRectification: {
    key: "findings.returnRectification",
    levels: LEVELS,
    roles: ["reviewer", "inspector", "leader"],
  },
  close: { key: "findings.close", levels: LEVELS, roles: ["reviewer", "inspector", "leader"] },
  signSelfCheck: { key: "findings.signSelfCheck", levels: LEVELS, roles: ["reviewer", "leader"] },
} as const satisfies Record<string, Permission>;
