import { type GateFacts, type GatePlace, type GateReader, gateSource } from "@anji/campaign/gate-source";
import type { Id } from "@anji/kernel";
import { and, eq, isNull, not } from "drizzle-orm";
import { NO_ORGANISATION, type OrganisationFacts, organisationGates } from "../gates.ts";
import type { GroupShape } from "../group.ts";
import {
  implementingPlan,
  implementingPlanDecision,
  implementingPlanReceipt,
  leadingGroup,
  leadingGroupMember,
} from "../tables.ts";
import { isReplacedPlan, planRows } from "./implementing-plans.ts";

const UNITS_MAX = 4000;
const MEMBERS_MAX = 40_000;

type FactReader = Pick<GateReader, "tx" | "scope" | "actor">;

/** Step: each unit's leading group, the last version of its plan, and who has received the province's. */
export async function organisationFacts(
  reader: FactReader,
  { campaign }: { campaign: Pick<GatePlace["campaign"], "id"> },
): Promise<GateFacts<OrganisationFacts>> {
  const byUnit = new Map<string, Partial<OrganisationFacts>>();
  const add = (unitCode: string, facts: Partial<OrganisationFacts>) =>
    void byUnit.set(unitCode, { ...byUnit.get(unitCode), ...facts });
  for (const { unitCode, ...group } of await groupShapes(reader, campaign.id)) add(unitCode, { group });
  const plans = await planRows(reader)
    .where(and(eq(implementingPlan.campaignId, campaign.id), reader.scope(implementingPlan.regionPath)))
    .limit(UNITS_MAX);
  for (const row of plans)
    if (!row.isReplaced) add(row.plan.unitCode, { plan: { decision: row.decision?.decision ?? null } });
  for (const { unitCode } of await receivers(reader, campaign.id)) add(unitCode, { hasReceived: true });
  return { byUnit, subjects: {} };
}

/** The gates of the organisation, for the campaign. */
export const organisationGateSource = gateSource({
  nothing: NO_ORGANISATION,
  read: organisationFacts,
  gates: organisationGates,
});

/** The groups of the area with their members of today. */
async function groupShapes(
  reader: FactReader,
  campaignId: Id<"campaign">,
): Promise<(GroupShape & { unitCode: string })[]> {
  const rows = await reader.tx
    .select({
      unitCode: leadingGroup.unitCode,
      leadDepartment: leadingGroup.leadDepartment,
      officeDepartment: leadingGroup.officeDepartment,
      position: leadingGroupMember.position,
      department: leadingGroupMember.department,
    })
    .from(leadingGroup)
    .innerJoin(
      leadingGroupMember,
      and(eq(leadingGroupMember.groupId, leadingGroup.id), isNull(leadingGroupMember.until)),
    )
    .where(and(eq(leadingGroup.campaignId, campaignId), reader.scope(leadingGroup.regionPath)))
    .limit(MEMBERS_MAX);
  return [...Map.groupBy(rows, (row) => row.unitCode)].flatMap(([unitCode, members]) => {
    const [first] = members;
    if (first === undefined) return [];
    const { leadDepartment, officeDepartment } = first;
    return [{ unitCode, leadDepartment, officeDepartment, members }];
  });
}

/** The cities that have signed for the version of the province's plan that is issued and in force. */
async function receivers(reader: FactReader, campaignId: Id<"campaign">): Promise<{ unitCode: string }[]> {
  return reader.tx
    .select({ unitCode: implementingPlanReceipt.unitCode })
    .from(implementingPlanReceipt)
    .innerJoin(implementingPlan, eq(implementingPlan.id, implementingPlanReceipt.planId))
    .innerJoin(implementingPlanDecision, eq(implementingPlanDecision.planId, implementingPlan.id))
    .where(
      and(
        eq(implementingPlan.campaignId, campaignId),
        eq(implementingPlanDecision.decision, "issued"),
        not(isReplacedPlan(reader)),
        reader.scope(implementingPlanReceipt.regionPath),
      ),
    )
    .limit(UNITS_MAX);
}
