import { found, type Reader } from "@anji/database";
import { campaign } from "@anji/campaign/tables";
import type { Id } from "@anji/kernel";
import { and, eq } from "drizzle-orm";

export type CampaignRow = typeof campaign.$inferSelect;

/** Step: the campaign an act or a list is about; campaigns are published to the areas below. */
export async function campaignOf(reader: Pick<Reader, "tx" | "published">, id: Id<"campaign">): Promise<CampaignRow> {
  const rows = await reader.tx
    .select()
    .from(campaign)
    .where(and(eq(campaign.id, id), reader.published(campaign.regionPath)));
  return found(rows[0]);
}

/** Step: the plan of a campaign whose reader is already known to be allowed. */
export async function planOf(reader: Pick<Reader, "tx">, id: Id<"campaign">): Promise<CampaignRow["plan"]> {
  const rows = await reader.tx.select({ plan: campaign.plan }).from(campaign).where(eq(campaign.id, id));
  return found(rows[0]).plan;
}
