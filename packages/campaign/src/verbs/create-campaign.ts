import { verb } from "@anji/database";
import { newId, pathOfCode, refuse } from "@anji/kernel";
import { CAMPAIGN_MACHINE_VERSION, INITIAL_STATE } from "../campaign.machine.ts";
import type { GateSource } from "../gate-source.ts";
import { createCampaignInput } from "../inputs.ts";
import { campaignPermissions } from "../permissions.ts";
import { PHASES } from "../phase.ts";
import type { CampaignPlan } from "../plan.ts";
import { campaign, kindFund } from "../tables.ts";
import { takeRoster } from "./take-roster.ts";

/** Opens a campaign from a plan: the plan becomes data, its catalogue becomes rows the ledger refers to. */
export function createCampaign(sources: readonly GateSource[]) {
  return verb({ permission: campaignPermissions.create, input: createCampaignInput }, async (act, input) => {
    const { plan } = input;
    if (plan.provinceCode !== act.actor.unitCode) refuse({ code: "invalid", rule: "campaign.otherProvince" });
    refuseUnknownGates(plan, sources);
    const id = newId<"campaign">(act.now);
    const regionPath = pathOfCode(plan.provinceCode);
    const inserted = await act.tx
      .insert(campaign)
      .values({
        id,
        key: plan.key,
        name: plan.name,
        provinceCode: plan.provinceCode,
        regionPath,
        plan,
        phase: INITIAL_STATE,
        machineVersion: CAMPAIGN_MACHINE_VERSION,
        createdAt: act.now,
      })
      .onConflictDoNothing()
      .returning({ id: campaign.id });
    if (inserted.length === 0) refuse({ code: "conflict", rule: "campaign.keyTaken" });
    await act.tx.insert(kindFund).values(
      plan.kinds.flatMap((kind) =>
        kind.fundLines.map((fundLine) => ({
          campaignId: id,
          kind: kind.code,
          category: kind.category,
          fundLine,
          regionPath,
        })),
      ),
    );
    await takeRoster(act, { campaign: { id, regionPath }, phase: PHASES[0] });
    const answer = { id, key: plan.key, name: plan.name, phase: INITIAL_STATE, version: 1 };
    act.signal({ topic: "campaign.created", subjectId: id, regionPath });
    return act.done({
      subjectKind: "campaign",
      subjectId: id,
      regionPath,
      campaignId: id,
      before: null,
      after: answer,
      answer,
    });
  });
}

function refuseUnknownGates(plan: CampaignPlan, sources: readonly GateSource[]): void {
  const known = sources.flatMap((source) => source.keys);
  for (const { rule } of plan.phases.flatMap((phase) => phase.gates)) {
    if (!known.includes(rule)) refuse({ code: "invalid", rule: "campaign.gateUnknown", params: { rule } });
  }
}
