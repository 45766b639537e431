import type { CampaignRow } from "@anji/campaign/queries";
import type { Reader } from "@anji/database";
import { unit } from "@anji/jurisdictions/tables";
import { eq } from "drizzle-orm";

/** 河北省社会保险基金专项治理 → 社会保险基金专项治理, since the unit's own name is beside it. */
export async function shortName(reader: Pick<Reader, "tx">, campaign: CampaignRow): Promise<string> {
  const [province] = await reader.tx.select({ name: unit.name }).from(unit).where(eq(unit.code, campaign.provinceCode));
  const { name } = campaign;
  return province !== undefined && name.startsWith(province.name) ? name.slice(province.name.length) : name;
}

/** 省社保基金专项治理工作领导小组 → 社保基金专项治理工作领导小组. */
export function localGroupName(campaign: CampaignRow): string {
  return campaign.plan.organisation.leadingGroup.name.replace(/^省/, "");
}
