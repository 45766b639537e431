import type { CampaignPlan } from "@anji/campaign";
import type { Reader } from "@anji/database";
import { unit } from "@anji/jurisdictions/tables";
import { asc } from "drizzle-orm";
import { type LedgerCatalogue, ledgerCatalogue } from "../sheet/index.ts";

const UNITS_MAX = 4000;

/** Step: what a sheet of the campaign is checked against and written with; the units are those the actor may read. */
export async function campaignCatalogue(
  reader: Pick<Reader, "tx" | "published">,
  plan: CampaignPlan,
): Promise<LedgerCatalogue> {
  const units = await reader.tx
    .select({
      code: unit.code,
      name: unit.name,
      parentCode: unit.parentCode,
      level: unit.level,
      path: unit.regionPath,
    })
    .from(unit)
    .where(reader.published(unit.regionPath))
    .orderBy(asc(unit.regionPath))
    .limit(UNITS_MAX);
  return ledgerCatalogue(plan, units);
}
