import { type ActorCtx, found, read, type Reader, within } from "@anji/database";
import { type Level, refuse, type RegionPath } from "@anji/kernel";
import { and, asc, eq, ne } from "drizzle-orm";
import { unit } from "../tables.ts";
import { isCounted } from "../unit.ts";

export type UnitRow = typeof unit.$inferSelect;

/** Far more than the units of one province. */
const UNITS_MAX = 4000;

/** The whole tree the actor may see: its own area and the units above it. */
export async function unitTree(ctx: ActorCtx): Promise<{ items: UnitRow[] }> {
  return read(ctx, async (reader) => ({
    items: await reader.tx
      .select()
      .from(unit)
      .where(reader.published(unit.regionPath))
      .orderBy(asc(unit.regionPath), asc(unit.code))
      .limit(UNITS_MAX),
  }));
}

/** Step: a unit inside the actor's area, or "not found". */
export async function unitInScope(reader: Pick<Reader, "tx" | "scope">, code: string): Promise<UnitRow> {
  const rows = await reader.tx
    .select()
    .from(unit)
    .where(and(eq(unit.code, code), reader.scope(unit.regionPath)));
  return found(rows[0]);
}

/** Step: the region (never an agency) of an act, with its level. */
export async function regionInScope(
  reader: Pick<Reader, "tx" | "scope">,
  code: string,
): Promise<UnitRow & { level: Level; regionPath: RegionPath }> {
  const row = await unitInScope(reader, code);
  const { level } = row;
  if (level === "agency") refuse({ code: "invalid", rule: "jurisdictions.unitUnknown", params: { code } });
  return { ...row, level };
}

/** Step: the regions under a path that count on this day, itself included, in tree order. */
export async function countedRegions(
  reader: Pick<Reader, "tx" | "scope" | "today">,
  path: RegionPath,
): Promise<UnitRow[]> {
  return (await regionsUnder(reader, path)).filter((row) => isCounted(row, reader.today));
}

/** Step: the regions under a path, itself included, in tree order. Agencies are left out. */
export async function regionsUnder(reader: Pick<Reader, "tx" | "scope">, path: RegionPath): Promise<UnitRow[]> {
  return reader.tx
    .select()
    .from(unit)
    .where(and(within(unit.regionPath, path), reader.scope(unit.regionPath), ne(unit.level, "agency")))
    .orderBy(asc(unit.regionPath))
    .limit(UNITS_MAX);
}
