import type { Permission } from "@anji/kernel";

export const inspectionPermissions = {
  plan: { key: "inspection.plan", levels: ["province", "city"], roles: ["inspector", "leader"] },
  begin: { key: "inspection.begin", levels: ["province", "city"], roles: ["inspector"] },
  complete: { key: "inspection.complete", levels: ["province", "city"], roles: ["inspector"] },
  countersign: {
    key: "inspection.countersign",
    levels: ["province", "city"],
    roles: ["inspector", "reviewer", "leader"],
  },
  return: { key: "inspection.return", levels: ["province", "city"], roles: ["inspector", "reviewer", "leader"] },
  cancel: { key: "inspection.cancel", levels: ["province", "city"], roles: ["inspector", "leader"] },
} as const satisfies Record<string, Permission>;
