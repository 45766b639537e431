import { LEVELS, type Permission } from "@anji/kernel";

export const ledgerSheetPermissions = {
  startImport: { key: "ledgerSheet.startImport", levels: LEVELS, roles: ["clerk", "reviewer"] },
  importChunk: { key: "ledgerSheet.importChunk", levels: LEVELS, roles: ["clerk", "reviewer"] },
  finishImport: { key: "ledgerSheet.finishImport", levels: LEVELS, roles: ["clerk", "reviewer"] },
  makeSheet: {
    key: "ledgerSheet.makeSheet",
    levels: LEVELS,
    roles: ["clerk", "reviewer", "inspector", "leader", "administrator"],
  },
} as const satisfies Record<string, Permission>;
