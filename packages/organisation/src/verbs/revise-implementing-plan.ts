import { heldOpenCampaign } from "@anji/campaign/queries";
import { type Act, adoptFile, found, verb } from "@anji/database";
import { newId, refuse } from "@anji/kernel";
import { and, eq, max } from "drizzle-orm";
import type { z } from "zod";
import { reviseImplementingPlanInput } from "../inputs.ts";
import { organisationPermissions } from "../permissions.ts";
import { implementingPlan } from "../tables.ts";
import { refuseDayOutside } from "./days.ts";
import { insertedPlan, implementingPlanFiled, type PlanRow } from "./implementing-plan-version.ts";

const STATED = [
  "title",
  "documentNo",
  "filedOn",
  "tasks",
  "goals",
  "division",
  "measures",
] as const satisfies readonly (keyof PlanRow)[];

/** Files a further version of the unit's implementing plan with its reason. Earlier versions stay as they are. */
export const reviseImplementingPlan = verb(
  { permission: organisationPermissions.reviseImplementingPlan, input: reviseImplementingPlanInput },
  async (act, input) => {
    const rows = await act.tx
      .select()
      .from(implementingPlan)
      .where(and(eq(implementingPlan.id, input.id), act.scope(implementingPlan.regionPath)));
    const before = found(rows[0]);
    const { plan } = await heldOpenCampaign(act, before.campaignId);
    if (before.regionPath !== act.actor.path) refuse({ code: "notAllowed", rule: "organisation.ownUnitOnly" });
    if (before.version !== input.version) await refuseStale(act, before);
    refuseDayOutside(act, { path: "filedOn", day: input.filedOn, from: plan.organisation.foundedFrom.on });
    if (saysTheSame(before, input)) refuse({ code: "invalid", rule: "organisation.implementingPlanUnchanged" });
    const { commandId: _, ...fields } = input;
    const row = {
      ...before,
      ...fields,
      id: newId<"implementingPlan">(act.now),
      fileId: await fileOf(act, { before, fileId: input.fileId }),
      filedBy: act.actor.personId,
      filedByName: act.actor.name,
      filedAt: act.now,
      version: before.version + 1,
    };
    // When two people revise at once, the version decides; the second is refused with what the first filed.
    if (!(await insertedPlan(act, row))) await refuseStale(act, before);
    return implementingPlanFiled(act, { before, after: row });
  },
);

function saysTheSame(before: PlanRow, input: z.output<typeof reviseImplementingPlanInput>): boolean {
  return before.fileId === input.fileId && STATED.every((field) => before[field] === input[field]);
}

async function fileOf(act: Act, options: { before: PlanRow; fileId: PlanRow["fileId"] }): Promise<PlanRow["fileId"]> {
  const { before, fileId } = options;
  if (fileId === before.fileId) return fileId;
  return (await adoptFile(act, { fileId, regionPath: before.regionPath })).fileId;
}

async function refuseStale(act: Act, plan: PlanRow): Promise<never> {
  const ofUnit = and(
    eq(implementingPlan.campaignId, plan.campaignId),
    eq(implementingPlan.unitCode, plan.unitCode),
    act.scope(implementingPlan.regionPath),
  );
  const [last] = await act.tx
    .select({ version: max(implementingPlan.version) })
    .from(implementingPlan)
    .where(ofUnit);
  return refuse({
    code: "stale",
    rule: "kernel.stale",
    current: { id: plan.id, version: last?.version ?? plan.version },
  });
}
