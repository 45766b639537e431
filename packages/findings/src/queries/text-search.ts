import type { Reader } from "@anji/database";
import { unit } from "@anji/jurisdictions/tables";
import { type Id, levelOfPath, type RegionPath } from "@anji/kernel";
import { and, ilike, inArray, or, type SQL, sql } from "drizzle-orm";
import { finding } from "../tables.ts";

/** With more ids the text is frequent, so reading in any order finds it soon and ids only cost time. */
const IDS_MAX = 10_000;
const UNITS_MAX = 20;

type Searched = { campaignId: Id<"campaign">; path: RegionPath; text: string };

/** Step: findings with a text in number, summary or responsible unit, and those of units whose name has it. */
export async function textCondition(reader: Reader, searched: Searched): Promise<SQL | undefined> {
  const pattern = `%${searched.text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const holdsText = or(
    ilike(finding.number, pattern),
    ilike(finding.summary, pattern),
    ilike(finding.responsibleUnit, pattern),
  );
  const units = await unitsNamed(reader, pattern);
  const ids = units.length > UNITS_MAX ? null : await idsWithSigns(reader, searched);
  if (ids === null) {
    const named = reader.tx.select({ code: unit.code }).from(unit).where(ilike(unit.name, pattern));
    return or(holdsText, inArray(finding.unitCode, named));
  }
  const found = and(sql`${finding.id} = any(${sql.param(ids)}::uuid[])`, holdsText);
  if (units.length === 0) return found;
  // The region beside the unit's code, since the region has the index.
  const paths = sql.param([...new Set(units.map((one) => one.path))]);
  const codes = sql.param(units.map((one) => one.code));
  return or(
    found,
    sql`(${finding.regionPath} = any(${paths}::text[]) and ${finding.unitCode} = any(${codes}::text[]))`,
  );
}

async function unitsNamed(reader: Reader, pattern: string): Promise<{ code: string; path: RegionPath }[]> {
  return reader.tx
    .select({ code: unit.code, path: unit.regionPath })
    .from(unit)
    .where(and(ilike(unit.name, pattern), reader.scope(unit.regionPath)))
    .limit(UNITS_MAX + 1);
}

/** Ids of all that may hold the text, by index; null when there are too many. */
async function idsWithSigns(reader: Reader, { campaignId, path, text }: Searched): Promise<string[] | null> {
  const area = levelOfPath(path) === "province" ? [] : [`@${path}`];
  const rows = await reader.tx.execute<{ id: string }>(sql`
    select findings.ids_with_signs(${campaignId}, findings.signs_of(${text}) || ${sql.param(area)}::text[], ${IDS_MAX + 1}) as id`);
  return rows.length > IDS_MAX ? null : rows.map((row) => row.id);
}
