import { type ActorCtx, read } from "@anji/database";
import { type Id, type WorkItem, whyNotAllowed } from "@anji/kernel";
import type { Contributed } from "../contributed.ts";
import type { GateSource } from "../gate-source.ts";
import { campaignPermissions } from "../permissions.ts";
import type { CampaignPlan } from "../plan.ts";
import type { WaiverEvent } from "../waiver.lifecycle.ts";
import { campaignOf } from "./campaigns.ts";
import { gatesView } from "./gates.ts";
import { titleOf, whyNotAct, withStates } from "./waiver-list.ts";
import { type WaiverRow, waiversOf } from "./waivers.ts";

type WorkInput = { campaignId: Id<"campaign"> };

/** What waits for the actor in every context, soonest first. */
export async function campaignWork(ctx: ActorCtx, contributed: Contributed, input: WorkInput): Promise<WorkItem[]> {
  const parts = await Promise.all([
    ...contributed.work.map((source) => source(ctx, input)),
    waiverWork(ctx, contributed.gates, input),
    phaseToSign(ctx, contributed.gates, input),
  ]);
  return parts.flat().toSorted(byDue);
}

/** What waivers wait for: a decision, somebody of the unit to see it, or a delayed duty to be done. */
async function waiverWork(ctx: ActorCtx, sources: readonly GateSource[], input: WorkInput): Promise<WorkItem[]> {
  return read(ctx, async (reader) => {
    const campaign = await campaignOf(reader, input.campaignId);
    // After the end no act on a waiver is open, so nothing waits.
    if (campaign.phase === "ended") return [];
    const rows = await waiversOf(reader, campaign.id);
    const isOpen = (row: WaiverRow, verb: WaiverEvent) => whyNotAct(reader, { campaign, row, verb }) === null;
    const own = rows.filter((row) => row.regionPath === reader.actor.path && row.status === "approved");
    const delayed = whyNotAllowed(campaignPermissions.requestWaiver, ctx.actor) === null ? own : [];
    const stated = await withStates(reader, { campaign, sources, rows: delayed });
    const item = (row: WaiverRow, verb: WaiverVerb) => itemOf(campaign.plan, row, verb);
    return [
      ...rows.filter((row) => isOpen(row, "rejectWaiver")).map((row) => item(row, "rejectWaiver")),
      ...rows.filter((row) => isOpen(row, "acknowledgeWaiver")).map((row) => item(row, "acknowledgeWaiver")),
      ...stated
        .filter((row) => row.kind === "delay" && (row.state === "approved" || row.state === "unmet"))
        .map((row) => item(row, "requestWaiver")),
    ];
  });
}

type WaiverVerb = "rejectWaiver" | "acknowledgeWaiver" | "requestWaiver";

/** A card for the one who decides says how long there is time; one of a delayed duty, when it is due. */
function itemOf(plan: CampaignPlan, waiver: WaiverRow, verb: WaiverVerb): WorkItem {
  const isDecision = verb === "rejectWaiver";
  const { key } = isDecision ? campaignPermissions.approveWaiver : campaignPermissions[verb];
  const dueOn = { rejectWaiver: waiver.decideBy, acknowledgeWaiver: null, requestWaiver: waiver.expiresOn }[verb];
  const said = isDecision ? waiver.reason : (waiver.remark ?? "");
  return {
    key: `${key}:${waiver.id}`,
    group: isDecision ? "approve" : "fill",
    verb: key,
    // A delayed duty is named by its condition, where the unit finds what is missing.
    subject: verb === "requestWaiver" ? { kind: "delay", id: waiver.rule } : { kind: "waiver", id: waiver.id },
    number: waiver.unitCode,
    unitCode: waiver.unitCode,
    unitName: waiver.unitName,
    title: titleOf(plan, waiver.rule),
    amountFen: null,
    lastRemark: said === "" ? null : { by: isDecision ? "" : (waiver.decidedByName ?? ""), on: "", text: said },
    isReturned: verb === "acknowledgeWaiver" && waiver.status === "rejected",
    dueOn,
  };
}

/** A phase that may be left waits for its signature. */
async function phaseToSign(ctx: ActorCtx, gates: readonly GateSource[], input: WorkInput): Promise<WorkItem[]> {
  if (whyNotAllowed(campaignPermissions.advance, ctx.actor) !== null) return [];
  const view = await gatesView(
    ctx,
    { gates, completeness: [], openMatters: [] },
    { ...input, phase: null, unitCode: null },
  );
  if (!view.canAdvance || view.next === null) return [];
  const { key } = campaignPermissions.advance;
  return [
    {
      key: `${key}:${input.campaignId}:${view.next}`,
      group: "sign",
      verb: key,
      subject: { kind: "campaign", id: input.campaignId },
      number: "",
      unitCode: ctx.actor.unitCode,
      unitName: ctx.actor.unitName,
      title: view.next,
      amountFen: null,
      lastRemark: null,
      isReturned: false,
      dueOn: null,
    },
  ];
}

function byDue(one: WorkItem, other: WorkItem): number {
  return (one.dueOn ?? "9999").localeCompare(other.dueOn ?? "9999");
}
