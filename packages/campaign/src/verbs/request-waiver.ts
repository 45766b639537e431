import { createHash } from "node:crypto";
import { type Act, verb } from "@anji/database";
import { regionInScope } from "@anji/jurisdictions/queries";
import { addDays, newId, refuse, refuseIf } from "@anji/kernel";
import { and, eq, gt, gte, or, sql } from "drizzle-orm";
import type { GateSource } from "../gate-source.ts";
import { requestWaiverInput } from "../inputs.ts";
import { campaignPermissions } from "../permissions.ts";
import { heldCampaign } from "../queries/campaigns.ts";
import { slotsOf } from "../queries/waiver-slots.ts";
import { waiver } from "../tables.ts";
import { waiverLifecycle, whyNotLasting, whyNotWithin } from "../waiver.lifecycle.ts";
import { whyNotAsked } from "../waiver.policy.ts";
import { waiverCase } from "./waiver-case.ts";

const definition = { permission: campaignPermissions.requestWaiver, input: requestWaiverInput };

/** A unit asks to delay one duty, or to be exempted from it, until a day and with its own reason. */
export const requestWaiver = Object.assign(requestWaiverOf, { definition });

/** The gates say which units a condition asks. */
function requestWaiverOf(sources: readonly GateSource[]) {
  return verb(definition, async (act, input) => {
    const campaign = await heldCampaign(act, input.campaignId);
    refuseIf(waiverLifecycle.whyNotPhase("requestWaiver", campaign));
    const home = await regionInScope(act, input.unitCode);
    if (home.regionPath !== act.actor.path) refuse({ code: "notAllowed", rule: "campaign.ownUnitOnly" });
    const { rule, kind, reason, expiresOn } = input;
    const levels = sources.flatMap((source) => source.levels(rule));
    refuseIf(whyNotAsked({ campaign, rule, level: home.level, levels }));
    const { period, waivers } = campaign.plan;
    refuseIf(whyNotLasting({ expiresOn, today: act.today }) ?? whyNotWithin({ expiresOn, endsOn: period.endsOn }));
    const asked = { campaignId: campaign.id, unitCode: home.code, rule, kind, reason, expiresOn };
    // Two units that ask for the last place wait for each other.
    await act.tx.execute(
      sql`select pg_advisory_xact_lock(hashtextextended(${`campaign.waiver:${campaign.id}:${rule}`}, 0))`,
    );
    await refuseSecond(act, asked);
    const { others, max } = await slotsOf(act, { campaign, rule, levels, unitCode: home.code });
    if (others >= max) refuse({ code: "precondition", rule: "campaign.waiverShare", params: { max, others } });
    const reasonHash = hashOfReason(reason);
    await refuseCopied(act, { ...asked, reasonHash });
    const row = { ...asked, id: newId<"waiver">(act.now), regionPath: home.regionPath };
    await act.tx.insert(waiver).values({
      ...row,
      reasonHash,
      decideBy: addDays(act.today, waivers.decideWithinDays),
      status: waiverLifecycle.first,
      machineVersion: waiverLifecycle.version,
      requestedBy: act.actor.personId,
      requestedAt: act.now,
    });
    return waiverCase.begin(act, { by: "requestWaiver", row, also: asked, remark: reason });
  });
}

type Asked = Pick<typeof waiver.$inferSelect, "campaignId" | "unitCode" | "rule" | "expiresOn">;

/** One request at a time for a condition. Beside an approved waiver a new request must reach beyond its day. */
async function refuseSecond(act: Act, { campaignId, unitCode, rule, expiresOn }: Asked): Promise<void> {
  const covers = or(
    and(eq(waiver.status, "requested"), gt(waiver.expiresOn, act.today), gte(waiver.decideBy, act.today)),
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

/** Each unit gives its own reason for each condition: a copied one is none. */
async function refuseCopied(act: Act, asked: Asked & { reasonHash: string }): Promise<void> {
  const { campaignId, rule, unitCode, reasonHash } = asked;
  const [row] = await act.tx.execute<{ is_given: boolean }>(
    sql`select campaign.is_reason_given(${campaignId}, ${rule}, ${unitCode}, ${reasonHash}) as is_given`,
  );
  if (row?.is_given !== true) return;
  const copied = { rule: "campaign.waiverReasonCopied", params: {} };
  refuse({ code: "conflict", ...copied, fields: [{ path: "reason", ...copied }] });
}

function hashOfReason(reason: string): string {
  return createHash("sha256")
    .update(reason.normalize("NFKC").replaceAll(/[\s\p{P}\p{S}]/gu, ""))
    .digest("hex");
}
