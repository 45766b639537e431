import { type ActorCtx, read } from "@anji/database";
import { unit } from "@anji/jurisdictions/tables";
import type { Id } from "@anji/kernel";
import { and, asc, eq } from "drizzle-orm";
import { implementingPlan } from "../tables.ts";

const PLANS_MAX = 500;

/** The implementing plans filed in the actor's area. */
export async function listPlans(ctx: ActorCtx, input: { campaignId: Id<"campaign"> }) {
  return read(ctx, async (reader) => ({
    items: await reader.tx
      .select({
        id: implementingPlan.id,
        unitCode: implementingPlan.unitCode,
        unitName: unit.name,
        title: implementingPlan.title,
        documentNo: implementingPlan.documentNo,
        filedOn: implementingPlan.filedOn,
        tasks: implementingPlan.tasks,
        goals: implementingPlan.goals,
        division: implementingPlan.division,
        measures: implementingPlan.measures,
        fileId: implementingPlan.fileId,
        version: implementingPlan.version,
      })
      .from(implementingPlan)
      .innerJoin(unit, eq(unit.code, implementingPlan.unitCode))
      .where(
        and(eq(implementingPlan.campaignId, input.campaignId), reader.scope(implementingPlan.regionPath)),
      )
      .orderBy(asc(implementingPlan.regionPath))
      .limit(PLANS_MAX),
  }));
}
