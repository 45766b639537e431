import { type ActorCtx, read, type Reader } from "@anji/database";
import { levelOfPath, refusal, type Refusal, whyNotAllowed } from "@anji/kernel";
import { wireRefusal } from "@anji/rpc";
import type { GateSource } from "../gate-source.ts";
import { campaignPermissions } from "../permissions.ts";
import { CAMPAIGN_STATES } from "../phase.ts";
import type { CampaignPlan } from "../plan.ts";
import { isLapsed, type WaiverEvent, waiverLifecycle, type WaiverState, whyNotWaiver } from "../waiver.lifecycle.ts";
import { whyNotAsked } from "../waiver.policy.ts";
import { campaignOf, type CampaignRow } from "./campaigns.ts";
import { shortUnits } from "./short-units.ts";
import { slotsOf } from "./waiver-slots.ts";
import { waiverEventsOf, type WaiverRow, waiversOf } from "./waivers.ts";

/** The waivers, each with its history, its state on this day and its open acts; and the conditions one may ask for. */
export async function listWaivers(
  ctx: ActorCtx,
  sources: readonly GateSource[],
  input: { campaignId: CampaignRow["id"] },
) {
  return read(ctx, async (reader) => {
    const campaign = await campaignOf(reader, input.campaignId);
    const rows = await waiversOf(reader, campaign.id);
    const events = await waiverEventsOf(
      reader,
      rows.map((one) => one.id),
    );
    const stated = await withStates(reader, { campaign, sources, rows });
    const items = stated.map(({ requestedBy, requestedAt, decidedAt, seenAt, ...row }) => ({
      ...row,
      requestedAt: requestedAt.toISOString(),
      decidedAt: decidedAt?.toISOString() ?? null,
      isSeen: seenAt !== null,
      title: titleOf(campaign.plan, row.rule),
      events: events.get(row.id) ?? [],
      acts: waiverLifecycle.events.map((verb) => {
        const reason = whyNotAct(reader, { campaign, row: { ...row, requestedBy, seenAt }, verb });
        return { verb, whyNot: reason === null ? null : wireRefusal(reason, ctx) };
      }),
    }));
    return { items, conditions: await conditionsOf(ctx, reader, { campaign, sources }) };
  });
}

/** Why an act on a waiver is not open to the reader; null when it is. */
export function whyNotAct(
  reader: Pick<Reader, "actor" | "today">,
  asked: {
    campaign: Pick<CampaignRow, "phase">;
    row: Pick<WaiverRow, "status" | "regionPath" | "requestedBy" | "expiresOn" | "decideBy" | "seenAt">;
    verb: WaiverEvent;
  },
): Refusal | null {
  const { campaign, row, verb } = asked;
  return whyNotWaiver({ subject: { ...row, today: reader.today }, event: verb, actor: reader.actor, campaign });
}

/** Step: the state of each waiver on this day. A delay asks the room of its condition whether the duty is done. */
export async function withStates<Row extends WaiverRow>(
  reader: Reader,
  { campaign, sources, rows }: { campaign: CampaignRow; sources: readonly GateSource[]; rows: readonly Row[] },
): Promise<(Row & { state: WaiverState })[]> {
  const delayed = rows.filter((row) => row.status === "approved" && row.kind === "delay");
  const short = await shortUnits(reader, { campaign, sources, rules: delayed.map((row) => row.rule) });
  return rows.map((row) => ({ ...row, state: stateOf(row, { campaign, today: reader.today, short }) }));
}

export function stateOf(
  row: Pick<WaiverRow, "status" | "kind" | "rule" | "unitCode" | "expiresOn" | "decideBy">,
  seen: { campaign: Pick<CampaignRow, "phase">; today: string; short: ReadonlyMap<string, ReadonlySet<string>> },
): WaiverState {
  const { today } = seen;
  if (row.status === "requested") {
    return isLapsed({ ...row, today }) || seen.campaign.phase === "ended" ? "lapsed" : "requested";
  }
  if (row.status === "rejected") return "rejected";
  if (row.kind === "exemption") return row.expiresOn < today ? "expired" : "approved";
  if (seen.short.get(row.rule)?.has(row.unitCode) !== true) return "met";
  return row.expiresOn < today ? "unmet" : "approved";
}

/** The conditions of this phase and those to come, with their share, and why the actor may not ask for each. */
async function conditionsOf(
  ctx: ActorCtx,
  reader: Reader,
  { campaign, sources }: { campaign: CampaignRow; sources: readonly GateSource[] },
) {
  const { plan, phase } = campaign;
  const ahead = plan.phases.filter((one) => CAMPAIGN_STATES.indexOf(one.key) >= CAMPAIGN_STATES.indexOf(phase));
  const conditions = [];
  for (const { rule, title } of ahead.flatMap((one) => one.gates)) {
    const levels = sources.flatMap((source) => source.levels(rule));
    const { of, max, others: used } = await slotsOf(reader, { campaign, rule, levels, unitCode: null });
    const reason =
      whyNotAllowed(campaignPermissions.requestWaiver, ctx.actor) ??
      whyNotAsked({ campaign, rule, level: levelOfPath(ctx.actor.path), levels }) ??
      (used < max
        ? null
        : refusal({ code: "precondition", rule: "campaign.waiverShare", params: { max, others: used } }));
    conditions.push({ rule, title, of, max, used, whyNot: reason === null ? null : wireRefusal(reason, ctx) });
  }
  return conditions;
}

export function titleOf(plan: CampaignPlan, rule: string): string {
  return plan.phases.flatMap((phase) => phase.gates).find((gate) => gate.rule === rule)?.title ?? rule;
}
