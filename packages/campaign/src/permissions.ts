import type { Permission } from "@anji/kernel";
import { waiverLifecycle } from "./waiver.lifecycle.ts";

export const campaignPermissions = {
  create: { key: "campaign.create", levels: ["province"], roles: ["administrator"] },
  advance: { key: "campaign.advance", levels: ["province"], roles: ["leader"] },
  ...waiverLifecycle.permissions,
  moveClock: { key: "campaign.moveClock", levels: ["province"], roles: ["administrator"] },
} as const satisfies Record<string, Permission>;
