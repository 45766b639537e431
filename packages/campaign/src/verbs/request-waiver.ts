import { type Act, verb } from "@anji/database";
import { regionInScope } from "@anji/jurisdictions/queries";
import { newId, refuse, refuseIf } from "@anji/kernel";
import { and, eq, gt, gte, or, sql } from "drizzle-orm";
import { requestWaiverInput } from "../inputs.ts";
import { campaignPermissions } from "../permissions.ts";
import { heldCampaign } from "../queries/campaigns.ts";
import { waiver } from "../tables.ts";
import { waiverLifecycle, whyNotLasting } from "../waiver.lifecycle.ts";
import { waiverCase } from "./waiver-case.ts";

/** A unit asks for a waiver of one condition until a day, with its reason. */
export const requestWaiver = verb(
  { permission: campaignPermissions.requestWaiver, input: requestWaiverInput },
  async (act, input) => {
    const campaign = await heldCampaign(act, input.campaignId);
    refuseIf(waiverLifecycle.whyNotPhase("requestWaiver", campaign));
    const home = await regionInScope(act, input.unitCode);
    if (home.regionPath !== act.actor.path) refuse({ code: "notAllowed", rule: "campaign.ownUnitOnly" });
    const rules = campaign.plan.phases.flatMap((phase) => phase.gates.map((gate) => gate.rule));
    if (!rules.includes(input.rule)) refuse({ code: "invalid", rule: "campaign.waiverRuleUnknown" });
    refuseIf(whyNotLasting({ ...input, today: act.today }));
    const { rule, reason, expiresOn } = input;
    const asked = { campaignId: campaign.id, unitCode: home.code, rule, reason, expiresOn };
    await refuseSecond(act, asked);
    const row = { ...asked, id: newId<"waiver">(act.now), regionPath: home.regionPath };
    await act.tx.insert(waiver).values({
      ...row,
      status: waiverLifecycle.first,
      machineVersion: waiverLifecycle.version,
      requestedBy: act.actor.personId,
      requestedAt: act.now,
    });
    return waiverCase.begin(act, { by: "requestWaiver", row, also: asked, remark: reason });
  },
);

/** One request at a time for a condition. Beside an approved waiver a new request must reach beyond its day. */
async function refuseSecond(
  act: Act,
  asked: Pick<typeof waiver.$inferSelect, "campaignId" | "unitCode" | "rule" | "expiresOn">,
): Promise<void> {
  const { campaignId, unitCode, rule, expiresOn } = asked;
  const key = `campaign.waiver:${campaignId}:${unitCode}:${rule}`;
  await act.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
  const covers = or(
    and(eq(waiver.status, "requested"), gt(waiver.expiresOn, act.today)),
    and(eq(waiver.status, "approved"), gte(waiver.expiresOn, expiresOn)),
  );
  const ofUnit = and(
    eq(waiver.campaignId, campaignId),
    eq(waiver.unitCode, unitCode),
    eq(waiver.rule, rule),
    act.scope(waiver.regionPath),
  );
  const [other] = await act.tx.select({ id: waiver.id }).from(waiver).where(and(ofUnit, covers)).limit(1);
  if (other !== undefined) refuse({ code: "conflict", rule: "campaign.waiverStands" });
}
