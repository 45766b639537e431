import { type ActorCtx, pageOf, read, type Reader } from "@anji/database";
import { regionInScope } from "@anji/jurisdictions/queries";
import { refuse, ruleMessage } from "@anji/kernel";
import { wireRefusal } from "@anji/rpc";
import type { z } from "zod";
import { whyNotAdvance } from "../campaign.policy.ts";
import { nextState } from "../campaign.machine.ts";
import { checkGates, gateKeysOf, gatesHold, OFFENDERS_SHOWN_MAX, offendersOf } from "../gates.ts";
import type { GateResult, GateSnapshot, Offender } from "../gate.ts";
import type { Contributed } from "../contributed.ts";
import type { GateSource, Completeness } from "../gate-source.ts";
import type { gatesInput, offendersInput } from "../inputs.ts";
import { matrixOf } from "../matrix.ts";
import type { Phase } from "../phase.ts";
import { phaseOfGate } from "../plan.ts";
import { campaignOf, type CampaignRow } from "./campaigns.ts";
import { openMattersOf } from "./open-matters.ts";
import { headOf, rosterOf } from "./rosters.ts";
import { shortIn } from "./short-units.ts";
import { gateSnapshot, type SnapshotReader } from "./snapshot.ts";
import { stateOf } from "./waiver-list.ts";
import { waiversOf } from "./waivers.ts";

type GatesInput = { campaignId: CampaignRow["id"]; phase: Phase | null; unitCode: string | null };

async function checkedGates(reader: Reader, sources: readonly GateSource[], input: GatesInput) {
  const campaign = await campaignOf(reader, input.campaignId);
  const top = await regionInScope(reader, input.unitCode ?? regionCode(reader.actor.unitCode));
  const phase = input.phase ?? shownPhase(campaign);
  const snapshot = await gateSnapshot(reader, {
    campaign,
    sources,
    keys: gateKeysOf(campaign.plan, phase),
    phase,
    path: top.regionPath,
    namedMax: OFFENDERS_SHOWN_MAX,
  });
  return { campaign, top, phase, snapshot, gates: checkGates(campaign.plan, phase, snapshot) };
}

/** Far more than a person reads. An area with more is read unit by unit, where each is named again. */
const OFFENDERS_LISTED_MAX = 2000;

/** The gates of a phase for the actor's area, the matrix units × gates, and why the campaign may or may not move on. */
export async function gatesView(
  ctx: ActorCtx,
  contributed: Pick<Contributed, "gates" | "completeness" | "openMatters">,
  input: z.output<typeof gatesInput>,
) {
  return read(ctx, async (reader) => {
    const { campaign, top, phase, snapshot, gates } = await checkedGates(reader, contributed.gates, input);
    const isCurrent = campaign.phase === phase;
    // A narrowed view shows a part, but the actor's whole area decides whether the campaign may move on.
    const deciding =
      top.regionPath === reader.actor.path ? gates : await gatesNow(reader, { campaign, sources: contributed.gates });
    const whyNot = isCurrent ? whyNotAdvance(campaign, deciding, ctx.actor) : null;
    const taken = await rosterOf(reader, campaign.id, phase);
    return {
      phase,
      asOf: reader.now.toISOString(),
      unitCode: top.code,
      gates: gates.map((gate) => ({ ...gate, offenders: gate.offenders.map((one) => withMessage(ctx, one)) })),
      matrix: matrixOf(gates, snapshot.units, top.code),
      waivers: await waiversShown(reader, { campaign, phase, snapshot }),
      roster: taken === null ? null : headOf(taken),
      openMatters: isCurrent ? await openMattersOf(reader, contributed.openMatters, campaign) : [],
      holds: gatesHold(gates),
      canAdvance: isCurrent && whyNot === null,
      whyNotAdvance: whyNot === null ? null : wireRefusal(whyNot, ctx),
      next: isCurrent ? nextState(campaign.phase) : null,
      completeness: await completenessOf(reader, contributed.completeness, { campaign, units: snapshot.units }),
    };
  });
}

/** The approved waivers of a phase's conditions: delays by name with their day, and whether the duty is done. */
async function waiversShown(
  reader: Reader,
  { campaign, phase, snapshot }: { campaign: CampaignRow; phase: Phase; snapshot: GateSnapshot },
) {
  const rules = gateKeysOf(campaign.plan, phase);
  const rows = (await waiversOf(reader, campaign.id)).filter((row) => rules.includes(row.rule));
  const short = shortIn(snapshot);
  return rows
    .filter((row) => row.status === "approved")
    .map((row) => {
      const { id, rule, kind, unitCode, unitName, reason, expiresOn, documentNo } = row;
      const state = stateOf(row, { campaign, today: reader.today, short });
      return { id, rule, kind, unitCode, unitName, reason, expiresOn, documentNo, state };
    });
}

async function completenessOf(
  reader: Reader,
  completeness: readonly Completeness[],
  place: Parameters<Completeness["count"]>[1],
): Promise<{ key: string; done: number; of: number }[]> {
  const counts: { key: string; done: number; of: number }[] = [];
  for (const { key, count } of completeness) counts.push({ key, ...(await count(reader, place)) });
  return counts;
}

/** All offenders of one condition, page by page in the order of the tree. */
export async function listOffenders(
  ctx: ActorCtx,
  sources: readonly GateSource[],
  input: z.output<typeof offendersInput>,
) {
  return read(ctx, async (reader) => {
    const campaign = await campaignOf(reader, input.campaignId);
    const top = await regionInScope(reader, input.unitCode ?? regionCode(reader.actor.unitCode));
    const phase = phaseOfGate(campaign.plan, input.rule);
    if (phase === null) return refuse({ code: "invalid", rule: "campaign.waiverRuleUnknown" });
    const snapshot = await gateSnapshot(reader, {
      campaign,
      sources,
      keys: [input.rule],
      phase,
      path: top.regionPath,
      namedMax: OFFENDERS_LISTED_MAX,
    });
    const after = input.cursor ?? "";
    const offenders = offendersOf({ plan: campaign.plan, rule: input.rule }, snapshot)
      .map((one) => ({ ...withMessage(ctx, one), place: placeOf(one) }))
      .filter((one) => one.place > after)
      .toSorted((one, other) => (one.place < other.place ? -1 : 1));
    const { items, nextCursor } = pageOf(offenders, { limit: input.limit, cursorOf: (last) => last.place });
    return { items: items.map(({ place: _, ...one }) => one), nextCursor };
  });
}

/** The place of an offender in the list: its unit, then its number. No two have the same place. */
function placeOf({ unitCode, subject, reason }: Offender): string {
  return [unitCode, subject?.number ?? "", subject?.id ?? "", reason].join(" ");
}

/** Step: the gates of the campaign's own phase over the whole province, in the transaction that signs. */
export async function gatesNow(
  reader: SnapshotReader,
  options: { campaign: CampaignRow; sources: readonly GateSource[] },
): Promise<GateResult[]> {
  const { campaign } = options;
  if (campaign.phase === "ended") return [];
  const snapshot = await gateSnapshot(reader, {
    ...options,
    keys: gateKeysOf(campaign.plan, campaign.phase),
    phase: campaign.phase,
    path: campaign.regionPath,
    namedMax: OFFENDERS_SHOWN_MAX,
  });
  return checkGates(campaign.plan, campaign.phase, snapshot);
}

function withMessage(ctx: ActorCtx, offender: Offender) {
  return { ...offender, message: ruleMessage(ctx.rules, offender.reason, {}, ctx.locale) };
}

function shownPhase(campaign: CampaignRow): Phase {
  return campaign.phase === "ended" ? "summary" : campaign.phase;
}

// A person of a handling agency sees the region of the agency.
function regionCode(unitCode: string): string {
  return unitCode.split("-")[0] ?? unitCode;
}
