import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type CampaignPlan, campaignPlan } from "../plan.ts";

/** The campaign plans of the product, each a readable file. */
const FILES = ["hebei-2008.json"] as const;

/** The plans that come with the product, checked as any other plan is. */
export function planTemplates(): { items: CampaignPlan[] } {
  return { items: FILES.map(readPlan) };
}

function readPlan(file: string): CampaignPlan {
  const text = readFileSync(fileURLToPath(new URL(`../../plans/${file}`, import.meta.url)), "utf8");
  return campaignPlan.parse(JSON.parse(text));
}
