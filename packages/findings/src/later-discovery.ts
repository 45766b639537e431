import type { CampaignState } from "@anji/campaign";

/** 后续发现: a finding made after the units have declared their self-checks. */
export function isLaterDiscovery(phase: CampaignState): boolean {
  return phase === "acceptance" || phase === "summary";
}
