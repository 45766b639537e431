import type { CampaignPlan } from "@anji/campaign";
import { campaignWorld, type CampaignWorld } from "@anji/campaign/testing";
import type { TreeUnit } from "@anji/jurisdictions/testing";
import { inspectionRules } from "./rules.ts";

/** The world in 检查验收, on 2009-05-11, with no unit checked. */
export function openCheckWorld(options: {
  appUrl: string;
  plan: CampaignPlan;
  units: readonly TreeUnit[];
}): Promise<CampaignWorld> {
  return campaignWorld({
    ...options,
    connections: 4,
    rules: inspectionRules,
    phase: "acceptance",
    startsAt: "2009-05-11",
  });
}
