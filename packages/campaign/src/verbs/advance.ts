import { type Act, found, verb } from "@anji/database";
import { refuse, refuseIf } from "@anji/kernel";
import { and, eq, max, sql } from "drizzle-orm";
import type { z } from "zod";
import { advanced, CAMPAIGN_MACHINE_VERSION, type CampaignEvent, nextState } from "../campaign.machine.ts";
import { whyNotAdvance } from "../campaign.policy.ts";
import type { GateResult } from "../gate.ts";
import type { Contributed } from "../contributed.ts";
import type { OpenMatter } from "../gate-source.ts";
import { gatesHold } from "../gates.ts";
import { advanceInput } from "../inputs.ts";
import { campaignPermissions } from "../permissions.ts";
import type { CampaignState } from "../phase.ts";
import { campaignLock, type CampaignRow } from "../queries/campaigns.ts";
import { gatesNow } from "../queries/gates.ts";
import { openMattersOf } from "../queries/open-matters.ts";
import { campaign, phaseEvent } from "../tables.ts";
import { takeRoster } from "./take-roster.ts";

/** Signs the campaign into its next phase. What every gate said and what was open is stored with the signature. */
export function advance(contributed: Pick<Contributed, "gates" | "openMatters">) {
  return verb({ permission: campaignPermissions.advance, input: advanceInput }, async (act, input) => {
    const row = await lockedCampaign(act, input.campaignId);
    if (row.version !== input.version) {
      refuse({ code: "stale", rule: "kernel.stale", current: { id: row.id, version: row.version, phase: row.phase } });
    }
    const gates = await gatesNow(act, { campaign: row, sources: contributed.gates });
    refuseIf(whyNotAdvance(row, gates, act.actor));
    if (nextState(row.phase) !== input.to) refuse({ code: "conflict", rule: "campaign.notNextPhase" });
    const event: CampaignEvent = { type: "advance", gatesHold: gatesHold(gates) };
    const phase = advanced(row.phase, event);
    await act.tx
      .update(campaign)
      .set({ phase, version: row.version + 1 })
      .where(and(eq(campaign.id, row.id), eq(campaign.version, row.version)));
    const openMatters = await openMattersOf(act, contributed.openMatters, row);
    await recordStep(act, { row, phase, gates, openMatters, input });
    if (phase !== "ended") await takeRoster(act, { campaign: row, phase });
    act.signal({ topic: "campaign.advanced", subjectId: row.id, regionPath: row.regionPath });
    const answer = { id: row.id, version: row.version + 1, phase };
    return act.done({
      subjectKind: "campaign",
      subjectId: row.id,
      regionPath: row.regionPath,
      campaignId: row.id,
      before: { phase: row.phase, version: row.version },
      after: { ...answer, documentNo: input.documentNo },
      answer,
    });
  });
}

async function lockedCampaign(act: Act, id: CampaignRow["id"]): Promise<CampaignRow> {
  await act.tx.execute(sql`select pg_advisory_xact_lock(${campaignLock(sql`${id}::uuid`)})`);
  const rows = await act.tx
    .select()
    .from(campaign)
    .where(and(eq(campaign.id, id), act.scope(campaign.regionPath)))
    .for("update");
  return found(rows[0]);
}

async function recordStep(
  act: Act,
  step: {
    row: CampaignRow;
    phase: CampaignState;
    gates: readonly GateResult[];
    openMatters: readonly OpenMatter[];
    input: z.output<typeof advanceInput>;
  },
): Promise<void> {
  const [last] = await act.tx
    .select({ seq: max(phaseEvent.seq) })
    .from(phaseEvent)
    .where(eq(phaseEvent.campaignId, step.row.id));
  await act.tx.insert(phaseEvent).values({
    campaignId: step.row.id,
    seq: (last?.seq ?? 0) + 1,
    event: "advance",
    from: step.row.phase,
    to: step.phase,
    machineVersion: CAMPAIGN_MACHINE_VERSION,
    signedBy: act.actor.personId,
    signedByName: act.actor.name,
    signedAt: act.now,
    documentNo: step.input.documentNo,
    remark: step.input.remark,
    gates: step.gates,
    openMatters: step.openMatters,
    regionPath: step.row.regionPath,
  });
}
