import { type ActorCtx, read, type Reader } from "@anji/database";
import { regionInScope } from "@anji/jurisdictions/queries";
import { ruleMessage } from "@anji/kernel";
import { wireRefusal } from "@anji/rpc";
import type { z } from "zod";
import { whyNotAdvance } from "../campaign.policy.ts";
import { nextState } from "../campaign.machine.ts";
import { checkGates, gatesHold } from "../gates.ts";
import type { GateResult, Offender } from "../gate.ts";
import type { GateSource } from "../gate-source.ts";
import type { gatesInput, offendersInput } from "../inputs.ts";
import { matrixOf } from "../matrix.ts";
import { type Phase, PHASES } from "../phase.ts";
import { campaignOf, type CampaignRow } from "./campaigns.ts";
import { gateSnapshot } from "./snapshot.ts";
import { waiversOf } from "./waivers.ts";

type GatesInput = { campaignId: string; phase: Phase | null; unitCode: string | null };

async function checkedGates(reader: Reader, sources: readonly GateSource[], input: GatesInput) {
  const campaign = await campaignOf(reader, input.campaignId);
  const top = await regionInScope(reader, input.unitCode ?? regionCode(reader.actor.unitCode));
  const phase = input.phase ?? shownPhase(campaign);
  const snapshot = await gateSnapshot(reader, { campaign, sources, path: top.regionPath });
  return { campaign, top, phase, snapshot, gates: checkGates(campaign.plan, phase, snapshot) };
}

/** The gates of a phase for the actor's area, the matrix units × gates, and why the campaign may or may not move on. */
export async function gatesView(ctx: ActorCtx, sources: readonly GateSource[], input: z.output<typeof gatesInput>) {
  return read(ctx, async (reader) => {
    const { campaign, top, phase, snapshot, gates } = await checkedGates(reader, sources, input);
    const isCurrent = campaign.phase === phase;
    const whyNot = isCurrent ? whyNotAdvance(campaign, gates, ctx.actor) : null;
    const waivers = await waiversOf(reader, campaign.id);
    const reporting = snapshot.units.filter((unit) => unit.level === "county");
    return {
      phase,
      asOf: reader.now.toISOString(),
      unitCode: top.code,
      gates: gates.map((gate) => ({ ...gate, offenders: gate.offenders.map((one) => withMessage(ctx, one)) })),
      matrix: matrixOf(gates, snapshot.units, top.code),
      waivers,
      holds: gatesHold(gates),
      canAdvance: isCurrent && whyNot === null,
      whyNotAdvance: whyNot === null ? null : wireRefusal(whyNot, ctx),
      next: isCurrent ? nextState(campaign.phase) : null,
      completeness: { reported: reporting.filter((unit) => unit.hasSelfCheck).length, of: reporting.length },
    };
  });
}

/** All offenders of one gate, page by page; the cursor is the place in the list. */
export async function listOffenders(ctx: ActorCtx, sources: readonly GateSource[], input: z.output<typeof offendersInput>) {
  return read(ctx, async (reader) => {
    const campaign = await campaignOf(reader, input.campaignId);
    const phase = PHASES.find((one) => campaign.plan.phases.some((at) => at.key === one && at.gates.some((gate) => gate.rule === input.rule)));
    if (phase === undefined) return { items: [], nextCursor: null };
    const { gates } = await checkedGates(reader, sources, { campaignId: input.campaignId, phase, unitCode: input.unitCode });
    const offenders = gates.find((gate) => gate.rule === input.rule)?.offenders ?? [];
    const from = input.cursor === null ? 0 : Number(input.cursor);
    const items = offenders.slice(from, from + input.limit).map((one) => withMessage(ctx, one));
    return { items, nextCursor: offenders.length > from + input.limit ? String(from + input.limit) : null };
  });
}

/** Step: the gates of the campaign's own phase over the whole province, in the transaction that signs. */
export async function gatesNow(
  reader: Pick<Reader, "tx" | "today" | "actor" | "scope">,
  options: { campaign: CampaignRow; sources: readonly GateSource[] },
): Promise<GateResult[]> {
  const { campaign } = options;
  if (campaign.phase === "closed") return [];
  const snapshot = await gateSnapshot(reader, { ...options, path: campaign.regionPath });
  return checkGates(campaign.plan, campaign.phase, snapshot);
}

function withMessage(ctx: ActorCtx, offender: Offender) {
  return { ...offender, message: ruleMessage(ctx.rules, offender.reason, {}, ctx.locale) };
}

function shownPhase(campaign: CampaignRow): Phase {
  return campaign.phase === "closed" ? "summary" : campaign.phase;
}

// Someone of a handling agency looks at the region the agency stands in.
function regionCode(unitCode: string): string {
  return unitCode.split("-")[0] ?? unitCode;
}
