import type { GateFacts, UnitFacts } from "@anji/campaign";
import type { Reader } from "@anji/database";
import { idOf } from "@anji/kernel";
import { and, eq } from "drizzle-orm";
import { implementingPlan, leadingGroup } from "../tables.ts";

const UNITS_MAX = 4000;
const campaignIdOf = idOf("campaign");

/** What the campaign's gates learn from the organisation: which units have a leading group, and which have filed a plan. */
export async function organisationGateSource(
  reader: Pick<Reader, "tx" | "scope">,
  options: { campaignId: string },
): Promise<GateFacts> {
  const campaignId = campaignIdOf.parse(options.campaignId);
  const groups = await reader.tx
    .select({ unitCode: leadingGroup.unitCode })
    .from(leadingGroup)
    .where(and(eq(leadingGroup.campaignId, campaignId), reader.scope(leadingGroup.regionPath)))
    .limit(UNITS_MAX);
  const plans = await reader.tx
    .selectDistinct({ unitCode: implementingPlan.unitCode })
    .from(implementingPlan)
    .where(and(eq(implementingPlan.campaignId, campaignId), reader.scope(implementingPlan.regionPath)))
    .limit(UNITS_MAX);
  const byUnit = new Map<string, Partial<UnitFacts>>();
  for (const { unitCode } of groups) byUnit.set(unitCode, { hasGroup: true });
  for (const { unitCode } of plans) byUnit.set(unitCode, { ...byUnit.get(unitCode), hasPlan: true });
  return { byUnit, subjects: {} };
}
