/** The four phases of a campaign and its end. */
export const PHASES = ["deployment", "selfCheck", "acceptance", "summary"] as const;
export type Phase = (typeof PHASES)[number];

export const CAMPAIGN_STATES = [...PHASES, "ended"] as const;
export type CampaignState = (typeof CAMPAIGN_STATES)[number];
