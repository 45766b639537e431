import { campaignOf } from "@anji/campaign/queries";
import { type ActorCtx, read } from "@anji/database";
import { person } from "@anji/jurisdictions/tables";
import { type Id, refuseIf, type RegionPath, whyNotAllowed } from "@anji/kernel";
import { and, arrayContains, asc, eq, type SQL } from "drizzle-orm";
import type { z } from "zod";
import type { listInspectorsInput } from "../inputs.ts";
import { inspectionPermissions } from "../permissions.ts";

/** Far more than the inspectors of one unit. */
const INSPECTORS_LISTED_MAX = 500;

export type InspectorAnswer = { id: Id<"person">; name: string; department: string | null };

/** The accounts of the actor's own unit that may be named as inspectors of a check. */
export async function listInspectors(
  ctx: ActorCtx,
  input: z.output<typeof listInspectorsInput>,
): Promise<{ items: InspectorAnswer[] }> {
  refuseIf(whyNotAllowed(inspectionPermissions.schedule, ctx.actor));
  return read(ctx, async (reader) => {
    await campaignOf(reader, input.campaignId);
    const items = await reader.tx
      .select({ id: person.id, name: person.name, department: person.department })
      .from(person)
      .where(and(isInspectorAt(reader.actor.path), reader.scope(person.regionPath)))
      .orderBy(asc(person.name), asc(person.id))
      .limit(INSPECTORS_LISTED_MAX);
    return { items };
  });
}

/** Step: active accounts of persons who inspect for exactly this region. */
export function isInspectorAt(path: RegionPath): SQL | undefined {
  return and(
    eq(person.regionPath, path),
    eq(person.isActive, true),
    eq(person.isService, false),
    arrayContains(person.roles, ["inspector"]),
  );
}
