import type { CampaignPlan, CampaignState } from "@anji/campaign";
import { heldCampaign as held } from "@anji/campaign/queries";
import type { Act } from "@anji/database";
import type { Id } from "@anji/kernel";

export type OpenCampaign = { id: Id<"campaign">; phase: CampaignState; plan: CampaignPlan };

/** Step: the campaign of an act, held until the act ends so that it is not signed into another phase meanwhile. */
export async function heldCampaign(act: Pick<Act, "tx" | "published">, id: Id<"campaign">): Promise<OpenCampaign> {
  const { phase, plan } = await held(act, id);
  return { id, phase, plan };
}
