import { campaignOf, phaseWindow } from "@anji/campaign/queries";
import { type ActorCtx, read } from "@anji/database";
import { regionInScope } from "@anji/jurisdictions/queries";
import { whyNotAllowed, type WorkItem } from "@anji/kernel";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { selfChecksWorkInput } from "../inputs.ts";
import { selfChecksPermissions } from "../permissions.ts";
import { selfCheck } from "../tables.ts";
import { isTrue } from "./standing.ts";

/** A unit that has not signed has this item for everyone in it who may sign; it is due when the phase ends. */
export async function mySelfChecksWork(
  ctx: ActorCtx,
  input: z.output<typeof selfChecksWorkInput>,
): Promise<WorkItem[]> {
  const { actor } = ctx;
  if (actor.level !== "county" || whyNotAllowed(selfChecksPermissions.signSelfCheck, actor) !== null) return [];
  return read(ctx, async (reader) => {
    const { phase, plan } = await campaignOf(reader, input.campaignId);
    if (phase !== "selfCheck") return [];
    const region = await regionInScope(reader, actor.unitCode.split("-")[0] ?? actor.unitCode);
    const ofUnit = and(eq(selfCheck.campaignId, input.campaignId), eq(selfCheck.unitCode, region.code));
    const signed = await reader.tx.select({ id: selfCheck.id }).from(selfCheck).where(and(ofUnit, isTrue()));
    if (signed.length > 0) return [];
    const verb = selfChecksPermissions.signSelfCheck.key;
    return [
      {
        key: `${verb}:${region.code}`,
        group: "sign",
        verb,
        subject: { kind: "selfCheck", id: region.code },
        number: "",
        unitCode: region.code,
        unitName: region.name,
        title: region.fullName,
        amountFen: null,
        lastRemark: null,
        isReturned: false,
        dueOn: phaseWindow(plan, phase, reader.today)?.to ?? null,
      },
    ];
  });
}
