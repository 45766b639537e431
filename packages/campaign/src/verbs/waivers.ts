import { type Act, type Done, found, verb } from "@anji/database";
import { regionInScope } from "@anji/jurisdictions/queries";
import { codeOfPath, newId, parentPath, refuse } from "@anji/kernel";
import { and, eq, gt, gte, or, sql } from "drizzle-orm";
import { approveWaiverInput, rejectWaiverInput, requestWaiverInput } from "../inputs.ts";
import { campaignPermissions } from "../permissions.ts";
import type { WaiverState } from "../phase.ts";
import { heldOpenCampaign } from "../queries/campaigns.ts";
import { waiver } from "../tables.ts";

type WaiverRow = typeof waiver.$inferSelect;
type WaiverAnswer = { id: WaiverRow["id"]; version: number; state: WaiverState };

/** A unit asks to be excused from one condition until a day, with its reason. */
export const requestWaiver = verb(
  { permission: campaignPermissions.requestWaiver, input: requestWaiverInput },
  async (act, input) => {
    const campaign = await heldOpenCampaign(act, input.campaignId);
    const home = await regionInScope(act, input.unitCode);
    if (home.regionPath !== act.actor.path) refuse({ code: "notAllowed", rule: "campaign.ownUnitOnly" });
    const rules = campaign.plan.phases.flatMap((phase) => phase.gates.map((gate) => gate.rule));
    if (!rules.includes(input.rule)) refuse({ code: "invalid", rule: "campaign.waiverRuleUnknown" });
    refuseExpired(act, input.expiresOn);
    await refuseSecond(act, { ...input, unitCode: home.code, campaignId: campaign.id });
    const row = {
      id: newId<"waiver">(act.now),
      campaignId: campaign.id,
      rule: input.rule,
      unitCode: home.code,
      regionPath: home.regionPath,
      reason: input.reason,
      expiresOn: input.expiresOn,
      state: "requested" as const,
      requestedBy: act.actor.personId,
      requestedAt: act.now,
    };
    await act.tx.insert(waiver).values(row);
    return recorded(act, { before: null, after: { ...row, version: 1 } });
  },
);

/** Approves a waiver, one level above the unit that asked, by another person. */
export const approveWaiver = verb(
  { permission: campaignPermissions.approveWaiver, input: approveWaiverInput },
  (act, input) => decided(act, { input, decision: { state: "approved", documentNo: input.documentNo, remark: null } }),
);

export const rejectWaiver = verb(
  { permission: campaignPermissions.rejectWaiver, input: rejectWaiverInput },
  (act, input) => decided(act, { input, decision: { state: "rejected", documentNo: null, remark: input.remark } }),
);

async function decided(
  act: Act,
  options: {
    input: { id: WaiverRow["id"]; version: number };
    decision: { state: "approved" | "rejected"; documentNo: string | null; remark: string | null };
  },
): Promise<Done<WaiverAnswer>> {
  const named = and(eq(waiver.id, options.input.id), act.scope(waiver.regionPath));
  const [seen] = await act.tx.select({ campaignId: waiver.campaignId }).from(waiver).where(named);
  await heldOpenCampaign(act, found(seen).campaignId);
  const rows = await act.tx.select().from(waiver).where(named).for("update");
  const row = found(rows[0]);
  refuseDecision(act, row, options.input.version);
  if (options.decision.state === "approved") refuseExpired(act, row.expiresOn);
  const change = {
    ...options.decision,
    decidedBy: act.actor.personId,
    decidedByName: act.actor.name,
    decidedAt: act.now,
    version: row.version + 1,
  };
  await act.tx
    .update(waiver)
    .set(change)
    .where(and(eq(waiver.id, row.id), eq(waiver.version, row.version)));
  return recorded(act, { before: row, after: { ...row, ...change } });
}

function refuseDecision(act: Act, row: WaiverRow, version: number): void {
  if (row.version !== version) {
    refuse({ code: "stale", rule: "kernel.stale", current: { id: row.id, version: row.version, state: row.state } });
  }
  if (row.state !== "requested") refuse({ code: "conflict", rule: "campaign.waiverDecided" });
  if (row.requestedBy === act.actor.personId) refuse({ code: "notAllowed", rule: "campaign.waiverTwoPersons" });
  const above = parentPath(row.regionPath);
  if (above === null || act.actor.unitCode !== codeOfPath(above))
    refuse({ code: "notAllowed", rule: "campaign.waiverOneLevelUp" });
}

/** One request at a time for a condition; a further one only to reach beyond the day of an approved one. */
async function refuseSecond(
  act: Act,
  asked: Pick<WaiverRow, "campaignId" | "unitCode" | "rule" | "expiresOn">,
): Promise<void> {
  const { campaignId, unitCode, rule, expiresOn } = asked;
  const key = `campaign.waiver:${campaignId}:${unitCode}:${rule}`;
  await act.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
  const covers = or(
    and(eq(waiver.state, "requested"), gt(waiver.expiresOn, act.today)),
    and(eq(waiver.state, "approved"), gte(waiver.expiresOn, expiresOn)),
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

function refuseExpired(act: Act, expiresOn: string): void {
  const rule = "campaign.waiverExpired";
  if (expiresOn <= act.today) refuse({ code: "invalid", rule, fields: [{ path: "expiresOn", rule, params: {} }] });
}

async function recorded(
  act: Act,
  change: { before: unknown; after: Pick<WaiverRow, "id" | "regionPath" | "campaignId" | "version" | "state"> },
) {
  const { id, regionPath, campaignId, version, state } = change.after;
  act.signal({ topic: "campaign.waiverChanged", subjectId: id, regionPath, campaignId });
  return act.done<WaiverAnswer>({
    subjectKind: "waiver",
    subjectId: id,
    regionPath,
    campaignId,
    before: change.before,
    after: change.after,
    answer: { id, version, state },
  });
}
