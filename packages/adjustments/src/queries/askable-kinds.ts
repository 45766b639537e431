import { campaignOf } from "@anji/campaign/queries";
import { type ActorCtx, found, read } from "@anji/database";
import { findingLifecycle, type FindingStatus } from "@anji/findings";
import { finding } from "@anji/findings/tables";
import { type Level, type Refusal, refusal, whyNotAllowed } from "@anji/kernel";
import { type WireRefusal, wireRefusal } from "@anji/rpc";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { ADJUSTMENT_KINDS, type AdjustmentKind, decidingLevel } from "../adjustment.ts";
import { STEP_OF_CHANGE } from "../finding-change.ts";
import { whyNotAsked } from "../asking.ts";
import type { askableKindsInput } from "../inputs.ts";
import { adjustmentsPermissions } from "../permissions.ts";
import { adjustment } from "../tables.ts";

export type AskableKind = { kind: AdjustmentKind; decidingLevel: Level; whyNot: WireRefusal | null };

/** The changes this person may ask for of a finding, each with who would decide, or why it is not open. */
export async function askableKinds(ctx: ActorCtx, input: z.output<typeof askableKindsInput>): Promise<AskableKind[]> {
  return read(ctx, async (reader) => {
    const named = and(eq(finding.id, input.findingId), reader.scope(finding.regionPath));
    const row = found((await reader.tx.select().from(finding).where(named))[0]);
    const { plan } = await campaignOf(reader, row.campaignId);
    const [waiting] = await reader.tx
      .select({ id: adjustment.id })
      .from(adjustment)
      .where(and(eq(adjustment.findingId, row.id), eq(adjustment.status, "requested")));
    const second = waiting === undefined ? null : refusal({ code: "conflict", rule: "adjustments.oneAtATime" });
    return ADJUSTMENT_KINDS.map((kind) => {
      const reason =
        whyNotAllowed(adjustmentsPermissions.request, ctx.actor) ??
        whyNotAsked({ kind, finding: row, actor: ctx.actor, plan, today: reader.today }) ??
        whyNotStep(row.status, kind) ??
        second;
      return {
        kind,
        decidingLevel: decidingLevel(kind, row),
        whyNot: reason === null ? null : wireRefusal(reason, ctx),
      };
    });
  });
}

function whyNotStep(status: FindingStatus, kind: AdjustmentKind): Refusal | null {
  const event = STEP_OF_CHANGE[kind];
  if (findingLifecycle.isOpen(status, event)) return null;
  return refusal({ code: "precondition", rule: findingLifecycle.acts[event].otherwise(status), params: { status } });
}
