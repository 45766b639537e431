import type { Act } from "@anji/database";
import type { Id } from "@anji/kernel";

/**
 * How this context, which lies below campaigns, asks for one: the campaign is there, has not ended, and stays so until
 * the act ends; otherwise the act is refused. Handed in by whoever puts the product together.
 */
export type HoldOpenCampaign = (act: Pick<Act, "tx" | "published">, campaignId: Id<"campaign">) => Promise<unknown>;
