import { heldOpenCampaign } from "@anji/campaign/queries";
import { type Act, verb } from "@anji/database";
import { finding } from "@anji/findings/tables";
import { regionInScope } from "@anji/jurisdictions/queries";
import { type Id, newId, refuse, type RegionPath } from "@anji/kernel";
import { and, count, eq, sql } from "drizzle-orm";
import { signSelfCheckInput } from "../inputs.ts";
import { selfChecksPermissions } from "../permissions.ts";
import { selfCheckRow } from "../queries/self-checks.ts";
import type { SelfCheckOutcome } from "../self-check.ts";
import { selfCheck } from "../tables.ts";

/** 自查结果, nil included. Signed again within the phase it replaces the result it names; the audit trail keeps both. */
export const signSelfCheck = verb(
  { permission: selfChecksPermissions.signSelfCheck, input: signSelfCheckInput },
  async (act, input) => {
    const unit = await regionInScope(act, input.unitCode);
    if (unit.regionPath !== act.actor.path) refuse({ code: "notAllowed", rule: "selfChecks.ownUnit" });
    const campaign = await heldOpenCampaign(act, input.campaignId);
    if (campaign.phase !== "selfCheck") refuse({ code: "precondition", rule: "selfChecks.notOpen" });
    await refuseWrongOutcome(act, { campaignId: campaign.id, path: unit.regionPath, outcome: input.outcome });
    const [before] = await act.tx
      .select()
      .from(selfCheck)
      .where(and(eq(selfCheck.campaignId, campaign.id), eq(selfCheck.unitCode, unit.code)))
      .for("update");
    if (input.version !== (before?.version ?? null)) {
      refuse({
        code: "stale",
        rule: "kernel.stale",
        current: selfCheckRow(unit, { signed: before ?? null, counts: true }),
      });
    }
    const signed = {
      outcome: input.outcome,
      statement: input.statement,
      signedBy: act.actor.personId,
      signedByName: act.actor.name,
      signedAt: act.now,
      version: (before?.version ?? 0) + 1,
    };
    const id = before?.id ?? newId<"selfCheck">(act.now);
    const { regionPath } = unit;
    await act.tx
      .insert(selfCheck)
      .values({ id, campaignId: campaign.id, unitCode: unit.code, regionPath, ...signed })
      .onConflictDoUpdate({ target: [selfCheck.campaignId, selfCheck.unitCode], set: signed });
    act.signal({ topic: "selfChecks.signed", subjectId: id, regionPath });
    const answer = {
      id,
      unitCode: unit.code,
      unitName: unit.name,
      outcome: signed.outcome,
      statement: signed.statement,
      signedBy: signed.signedByName,
      signedAt: act.now.toISOString(),
      version: signed.version,
    };
    const subject = { subjectKind: "selfCheck", subjectId: id, regionPath, campaignId: campaign.id };
    return act.done({ ...subject, before: before ?? null, after: answer, answer });
  },
);

async function refuseWrongOutcome(
  act: Act,
  options: { campaignId: Id<"campaign">; path: RegionPath; outcome: SelfCheckOutcome },
): Promise<void> {
  const ofUnit = and(eq(finding.campaignId, options.campaignId), eq(finding.regionPath, options.path));
  const [counted] = await act.tx
    .select({ all: count(), own: sql<number>`(count(*) filter (where ${finding.origin} = 'selfCheck'))::int` })
    .from(finding)
    .where(ofUnit);
  const { all, own } = counted ?? { all: 0, own: 0 };
  if (options.outcome === "nil" && own > 0) {
    refuse({ code: "precondition", rule: "selfChecks.notNil", params: { count: own } });
  }
  if (options.outcome === "findings" && all === 0) {
    refuse({ code: "precondition", rule: "selfChecks.nothingRegistered" });
  }
}
