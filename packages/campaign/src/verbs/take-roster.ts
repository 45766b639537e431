import { createHash } from "node:crypto";
import type { Act } from "@anji/database";
import { countedRegions } from "@anji/jurisdictions/queries";
import type { Phase } from "../phase.ts";
import type { CampaignRow } from "../queries/campaigns.ts";
import { rosterUnit } from "../queries/rosters.ts";
import { rosterText } from "../roster.ts";
import { roster } from "../tables.ts";

/** Step: freezes the units that a phase counts, in the act that opens it. */
export async function takeRoster(
  act: Pick<Act, "tx" | "today" | "scope">,
  opened: { campaign: Pick<CampaignRow, "id" | "regionPath">; phase: Phase },
): Promise<void> {
  const { id: campaignId, regionPath } = opened.campaign;
  const units = (await countedRegions(act, regionPath)).map(rosterUnit);
  await act.tx.insert(roster).values({
    campaignId,
    phase: opened.phase,
    units,
    unitCount: units.length,
    hash: createHash("sha256").update(rosterText(units)).digest("hex"),
    takenOn: act.today,
    regionPath,
  });
}
