import { type ActorCtx, read, within } from "@anji/database";
import { unitInScope } from "@anji/jurisdictions/queries";
import { unit } from "@anji/jurisdictions/tables";
import { and, asc, eq } from "drizzle-orm";
import type { z } from "zod";
import type { listSelfChecksInput } from "../inputs.ts";
import { selfCheck } from "../tables.ts";
import { isTrue } from "./standing.ts";

const UNITS_MAX = 4000;

/** Every county-level unit of the area with what it has signed, or nothing yet. */
export async function listSelfChecks(ctx: ActorCtx, input: z.output<typeof listSelfChecksInput>) {
  return read(ctx, async (reader) => {
    const top = input.unitCode === null ? null : await unitInScope(reader, input.unitCode);
    const rows = await reader.tx
      .select({ code: unit.code, name: unit.name, signed: selfCheck, isTrue: isTrue() })
      .from(unit)
      .leftJoin(selfCheck, and(eq(selfCheck.unitCode, unit.code), eq(selfCheck.campaignId, input.campaignId)))
      .where(
        and(
          eq(unit.level, "county"),
          reader.scope(unit.regionPath),
          within(unit.regionPath, top?.regionPath ?? reader.actor.path),
        ),
      )
      .orderBy(asc(unit.regionPath))
      .limit(UNITS_MAX);
    return {
      items: rows.map(({ code, name, signed, isTrue: counts }) => selfCheckRow({ code, name }, { signed, counts })),
    };
  });
}

/** A unit's present result. An untrue one counts as none, but the next signature replaces its version. */
export function selfCheckRow(
  of: { code: string; name: string },
  result: { signed: typeof selfCheck.$inferSelect | null; counts: boolean },
) {
  const standing = result.counts ? result.signed : null;
  return {
    unitCode: of.code,
    unitName: of.name,
    id: standing?.id ?? null,
    outcome: standing?.outcome ?? null,
    statement: standing?.statement ?? null,
    signedBy: standing?.signedByName ?? null,
    signedAt: standing?.signedAt.toISOString() ?? null,
    version: result.signed?.version ?? null,
  };
}
