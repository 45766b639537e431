import type { Permission } from "@anji/kernel";

export const campaignPermissions = {
  create: { key: "campaign.create", levels: ["province"], roles: ["administrator"] },
  advance: { key: "campaign.advance", levels: ["province"], roles: ["leader"] },
  requestWaiver: { key: "campaign.requestWaiver", levels: ["city", "county"], roles: ["clerk", "reviewer", "leader"] },
  approveWaiver: { key: "campaign.approveWaiver", levels: ["province", "city"], roles: ["leader"] },
  rejectWaiver: { key: "campaign.rejectWaiver", levels: ["province", "city"], roles: ["leader"] },
  moveClock: { key: "campaign.moveClock", levels: ["province"], roles: ["administrator"] },
} as const satisfies Record<string, Permission>;
