import { campaignOf, phaseWindow } from "@anji/campaign/queries";
import { type ActorCtx, read } from "@anji/database";
import { regionInScope } from "@anji/jurisdictions/queries";
import { type WorkGroup, type WorkItem, whyNotAllowed } from "@anji/kernel";
import { eq } from "drizzle-orm";
import type { z } from "zod";
import { whyNotAnswer, whyNotSign, whyNotSignUnit } from "../declaration.policy.ts";
import type { DeclarantState } from "../declaration.state.ts";
import type { selfChecksWorkInput } from "../inputs.ts";
import { selfChecksPermissions } from "../permissions.ts";
import { unitStates } from "./unit-states.ts";

/** What waits for this person of the unit's self-check: to answer, to sign for a department, to sign the whole. */
export async function mySelfChecksWork(
  ctx: ActorCtx,
  input: z.output<typeof selfChecksWorkInput>,
): Promise<WorkItem[]> {
  const { actor } = ctx;
  const mayNothing = Object.values(selfChecksPermissions).every((one) => whyNotAllowed(one, actor) !== null);
  if (mayNothing) return [];
  return read(ctx, async (reader) => {
    const campaign = await campaignOf(reader, input.campaignId);
    const { phase, plan } = campaign;
    if (phase === "deployment" || phase === "ended") return [];
    const region = await regionInScope(reader, actor.unitCode.split("-")[0] ?? actor.unitCode);
    const [unit] = await unitStates(reader, { campaign, has: (column) => eq(column, region.regionPath) }, [region]);
    if (unit === undefined) return [];
    // After the phase the duty is still there, and late.
    const dueOn = phaseWindow(plan, "selfCheck", reader.today)?.to ?? null;
    const item = (verb: string, group: WorkGroup, one: DeclarantState | null): WorkItem => ({
      key: `${verb}:${region.code}:${one?.declarant.code ?? ""}`,
      group,
      verb,
      subject: { kind: "declaration", id: region.code },
      number: "",
      unitCode: region.code,
      unitName: region.name,
      title: one?.declarant.name ?? "",
      amountFen: null,
      lastRemark: null,
      isReturned: one?.state === "returned",
      dueOn,
    });
    const ofDepartments = unit.declarants.flatMap((one) => {
      const asked = { actor, phase, unitCode: region.code, one };
      if (one.state !== "answered" && whyNotAnswer(asked) === null)
        return [item(selfChecksPermissions.answer.key, "fill", one)];
      if (one.state === "answered" && whyNotSign(asked) === null)
        return [item(selfChecksPermissions.signDeclaration.key, "sign", one)];
      return [];
    });
    const whole =
      whyNotSignUnit({ actor, phase, unit }) === null ? [item(selfChecksPermissions.signUnit.key, "sign", null)] : [];
    return [...whole, ...ofDepartments];
  });
}
