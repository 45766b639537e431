import { type GateFacts, type GatePlace, type GateReader, gateSource } from "@anji/campaign/gate-source";
import { and, eq } from "drizzle-orm";
import { NO_ORGANISATION, type OrganisationFacts, organisationGates } from "../gates.ts";
import { implementingPlan, leadingGroup } from "../tables.ts";

const UNITS_MAX = 4000;

/** Step: which units have a leading group, and which have filed a plan. */
export async function organisationFacts(
  reader: Pick<GateReader, "tx" | "scope">,
  { campaign }: { campaign: Pick<GatePlace["campaign"], "id"> },
): Promise<GateFacts<OrganisationFacts>> {
  const groups = await reader.tx
    .select({ unitCode: leadingGroup.unitCode })
    .from(leadingGroup)
    .where(and(eq(leadingGroup.campaignId, campaign.id), reader.scope(leadingGroup.regionPath)))
    .limit(UNITS_MAX);
  const plans = await reader.tx
    .selectDistinct({ unitCode: implementingPlan.unitCode })
    .from(implementingPlan)
    .where(and(eq(implementingPlan.campaignId, campaign.id), reader.scope(implementingPlan.regionPath)))
    .limit(UNITS_MAX);
  const byUnit = new Map<string, Partial<OrganisationFacts>>();
  for (const { unitCode } of groups) byUnit.set(unitCode, { hasGroup: true });
  for (const { unitCode } of plans) byUnit.set(unitCode, { ...byUnit.get(unitCode), hasImplementingPlan: true });
  return { byUnit, subjects: {} };
}

/** The gates of the organisation, for the campaign. */
export const organisationGateSource = gateSource({
  nothing: NO_ORGANISATION,
  read: organisationFacts,
  gates: organisationGates,
});
