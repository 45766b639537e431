import { LEVELS, type Permission } from "@anji/kernel";

export const selfChecksPermissions = {
  answer: { key: "selfChecks.answer", levels: LEVELS, roles: ["clerk"] },
  signDeclaration: { key: "selfChecks.signDeclaration", levels: LEVELS, roles: ["reviewer", "leader"] },
  returnDeclaration: { key: "selfChecks.returnDeclaration", levels: LEVELS, roles: ["reviewer", "leader"] },
  signUnit: { key: "selfChecks.signUnit", levels: LEVELS, roles: ["reviewer", "leader"] },
} as const satisfies Record<string, Permission>;
