import { type ActorCtx, read } from "@anji/database";
import { codeOfPath, type Id, parentPath, type WorkItem, whyNotAllowed } from "@anji/kernel";
import type { Contributed } from "../contributed.ts";
import type { GateSource } from "../gate-source.ts";
import { campaignPermissions } from "../permissions.ts";
import { campaignOf } from "./campaigns.ts";
import { gatesView } from "./gates.ts";
import { waiversOf } from "./waivers.ts";

type WorkInput = { campaignId: Id<"campaign"> };

/** What waits for the actor in every context, soonest first. */
export async function campaignWork(ctx: ActorCtx, contributed: Contributed, input: WorkInput): Promise<WorkItem[]> {
  const parts = await Promise.all([
    ...contributed.work.map((source) => source(ctx, input)),
    waiversToDecide(ctx, input),
    phaseToSign(ctx, contributed.gates, input),
  ]);
  return parts.flat().toSorted(byDue);
}

/** A waiver waits for the leader one level above the unit that asked. */
async function waiversToDecide(ctx: ActorCtx, input: WorkInput): Promise<WorkItem[]> {
  if (whyNotAllowed(campaignPermissions.approveWaiver, ctx.actor) !== null) return [];
  return read(ctx, async (reader) => {
    const campaign = await campaignOf(reader, input.campaignId);
    const gates = campaign.plan.phases.flatMap((phase) => phase.gates);
    const waivers = await waiversOf(reader, campaign.id);
    const isBelow = (path: (typeof waivers)[number]["regionPath"]) => {
      const above = parentPath(path);
      return above !== null && codeOfPath(above) === ctx.actor.unitCode;
    };
    return waivers
      .filter((waiver) => waiver.status === "requested" && isBelow(waiver.regionPath))
      .map((waiver) => ({
        key: `${campaignPermissions.approveWaiver.key}:${waiver.id}`,
        group: "approve",
        verb: campaignPermissions.approveWaiver.key,
        subject: { kind: "waiver", id: waiver.id },
        number: waiver.unitCode,
        unitCode: waiver.unitCode,
        unitName: waiver.unitName,
        title: gates.find((gate) => gate.rule === waiver.rule)?.title ?? waiver.rule,
        amountFen: null,
        lastRemark: { by: "", on: "", text: waiver.reason },
        isReturned: false,
        dueOn: null,
      }));
  });
}

/** A phase that may be left waits for its signature. */
async function phaseToSign(ctx: ActorCtx, gates: readonly GateSource[], input: WorkInput): Promise<WorkItem[]> {
  if (whyNotAllowed(campaignPermissions.advance, ctx.actor) !== null) return [];
  const view = await gatesView(ctx, { gates, completeness: [] }, { ...input, phase: null, unitCode: null });
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
