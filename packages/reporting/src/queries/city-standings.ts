import type { Reader } from "@anji/database";
import { unit } from "@anji/jurisdictions/tables";
import { and, asc, eq } from "drizzle-orm";
import type { CityStanding } from "../city-standing.ts";
import { report } from "../tables.ts";
import type { ReportRow } from "./report-row.ts";

const CITIES_MAX = 100;

/** Step: how the cities have reported; for a submitted report of the province, as it was at submission. */
export async function cityStandings(
  reader: Pick<Reader, "tx" | "scope">,
  row: ReportRow,
): Promise<readonly CityStanding[]> {
  if (row.level !== "province") return [];
  if (row.cityStandings !== null) return row.cityStandings;
  const ofCity = and(eq(report.campaignId, row.campaignId), eq(report.kind, row.kind), eq(report.unitCode, unit.code));
  const rows = await reader.tx
    .select({ unitCode: unit.code, unitName: unit.name, status: report.status, isLate: report.isLate })
    .from(unit)
    .leftJoin(report, ofCity)
    .where(and(eq(unit.level, "city"), reader.scope(unit.regionPath)))
    .orderBy(asc(unit.code))
    .limit(CITIES_MAX);
  return rows.map(({ unitCode, unitName, status, isLate }) => ({
    unitCode,
    unitName,
    standing: status === "received" || status === "submitted" ? status : "missing",
    isLate: isLate ?? false,
  }));
}
