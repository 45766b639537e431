import { type ActorCtx, read, type Reader } from "@anji/database";
import { unitInScope } from "@anji/jurisdictions/queries";
import { unit } from "@anji/jurisdictions/tables";
import type { Id } from "@anji/kernel";
import { and, asc, desc, eq, gt, notExists, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { implementingPlan } from "../tables.ts";

const PLANS_MAX = 500;
const VERSIONS_MAX = 100;

/** The implementing plans in force in the actor's area: the last version of each unit. */
export async function listImplementingPlans(ctx: ActorCtx, input: { campaignId: Id<"campaign"> }) {
  return read(ctx, async (reader) => ({
    items: (
      await plans(reader)
        .where(
          and(
            eq(implementingPlan.campaignId, input.campaignId),
            isInForce(reader),
            reader.scope(implementingPlan.regionPath),
          ),
        )
        .orderBy(asc(implementingPlan.regionPath))
        .limit(PLANS_MAX)
    ).map(planAnswer),
  }));
}

/** Every version a unit has filed, the one in force first. */
export async function implementingPlanVersions(ctx: ActorCtx, input: { campaignId: Id<"campaign">; unitCode: string }) {
  return read(ctx, async (reader) => {
    const { code } = await unitInScope(reader, input.unitCode);
    const ofUnit = and(eq(implementingPlan.campaignId, input.campaignId), eq(implementingPlan.unitCode, code));
    const rows = await plans(reader)
      .where(and(ofUnit, reader.scope(implementingPlan.regionPath)))
      .orderBy(desc(implementingPlan.version))
      .limit(VERSIONS_MAX);
    return { items: rows.map(planAnswer) };
  });
}

function plans(reader: Pick<Reader, "tx">) {
  return reader.tx
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
      filedBy: implementingPlan.filedByName,
      filedAt: implementingPlan.filedAt,
      reason: implementingPlan.reason,
      version: implementingPlan.version,
    })
    .from(implementingPlan)
    .innerJoin(unit, eq(unit.code, implementingPlan.unitCode))
    .$dynamic();
}

function planAnswer<Row extends { filedAt: Date }>(row: Row) {
  return { ...row, filedAt: row.filedAt.toISOString() };
}

const later = alias(implementingPlan, "later");

function isInForce(reader: Pick<Reader, "tx">) {
  const ofUnit = and(eq(later.campaignId, implementingPlan.campaignId), eq(later.unitCode, implementingPlan.unitCode));
  return notExists(
    reader.tx
      .select({ one: sql`1` })
      .from(later)
      .where(and(ofUnit, gt(later.version, implementingPlan.version))),
  );
}
