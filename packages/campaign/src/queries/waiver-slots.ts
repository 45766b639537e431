import type { Reader } from "@anji/database";
import type { Level } from "@anji/kernel";
import { sql } from "drizzle-orm";
import { phaseOfGate } from "../plan.ts";
import { waiverSlots } from "../roster.ts";
import type { CampaignRow } from "./campaigns.ts";
import { newestRoster, unitsOfRoster } from "./rosters.ts";

export type WaiverSlots = { readonly of: number; readonly max: number; readonly others: number };

/** Step: how many units may have a waiver of a condition, and how many others have one or wait for one. */
export async function slotsOf(
  reader: Pick<Reader, "tx" | "today" | "scope" | "published" | "actor">,
  asked: { campaign: CampaignRow; rule: string; levels: readonly Level[]; unitCode: string | null },
): Promise<WaiverSlots> {
  const { campaign, rule, levels, unitCode } = asked;
  const { sharePercentMax } = campaign.plan.waivers;
  // A phase to come has no roster of its own yet.
  const taken = await newestRoster(reader, campaign.id, phaseOfGate(campaign.plan, rule));
  const units = await unitsOfRoster(reader, { taken, path: null });
  const [row] = await reader.tx.execute<{ others: number }>(
    sql`select campaign.waived_units(${campaign.id}, ${rule}, ${unitCode ?? ""}, ${reader.today}) as others`,
  );
  return { ...waiverSlots({ levels, sharePercentMax }, units), others: Number(row?.others ?? 0) };
}
