import type { Reader } from "@anji/database";
import { placeName } from "@anji/jurisdictions";
import { regionsUnder, type UnitRow } from "@anji/jurisdictions/queries";
import type { RegionPath } from "@anji/kernel";
import { and, eq } from "drizzle-orm";
import type { GateSetting, GateSnapshot, GateUnit, Standing, WaiverFact } from "../gate.ts";
import type { GateSource } from "../gate-source.ts";
import { waiver } from "../tables.ts";
import type { CampaignRow } from "./campaigns.ts";

/** Waivers are read as published: a city's waiver covers its counties. */
export type SnapshotReader = Pick<Reader, "tx" | "today" | "actor" | "scope" | "published">;

const UNITS_MAX = 4000;

/** Step: the sources' standings of some gates, for the regions under a path, in the caller's transaction. */
export async function gateSnapshot(
  reader: SnapshotReader,
  options: {
    campaign: CampaignRow;
    sources: readonly GateSource[];
    keys: readonly string[];
    path: RegionPath;
    namedMax: number;
  },
): Promise<GateSnapshot> {
  const { campaign, sources, keys, path } = options;
  const regions = await regionsUnder(reader, path);
  const units = regions.map((region) => gateUnit(region, nameIn(regions, region, reader)));
  const place = { campaign, units, named: { within: path, max: options.namedMax } };
  const standings = new Map<string, readonly Standing[]>();
  const settings = new Map<string, readonly GateSetting[]>();
  // One after the other: they share the transaction's connection.
  for (const source of sources) {
    const asked = source.keys.filter((key) => keys.includes(key));
    if (asked.length === 0) continue;
    for (const [key, ofKey] of await source.standings(reader, place, asked)) standings.set(key, ofKey);
    for (const key of asked) settings.set(key, source.settings(key, campaign.plan));
  }
  return { asOf: reader.today, units, waivers: await waiverFacts(reader, campaign), standings, settings };
}

/** A waiver of a unit covers all units under it, so those of units above are read as well. */
async function waiverFacts(reader: SnapshotReader, campaign: CampaignRow): Promise<WaiverFact[]> {
  const rows = await reader.tx
    .select()
    .from(waiver)
    .where(and(eq(waiver.campaignId, campaign.id), eq(waiver.status, "approved"), reader.published(waiver.regionPath)))
    .limit(UNITS_MAX);
  return rows.map((row) => ({
    rule: row.rule,
    unitCode: row.unitCode,
    expiresOn: row.expiresOn,
    documentNo: row.documentNo ?? "",
  }));
}

/** For the whole province, the matrix and the offenders name a county with its city. */
function nameIn(regions: readonly UnitRow[], region: UnitRow, reader: Pick<SnapshotReader, "actor">): string {
  const city = region.level === "county" ? regions.find((one) => one.code === region.parentCode) : undefined;
  return placeName({ unitName: region.name, cityName: city?.name ?? region.name }, reader.actor);
}

function gateUnit(region: UnitRow, unitName: string): GateUnit {
  const { level } = region;
  if (level === "agency") throw new Error(`${region.code} is no region`);
  return { unitCode: region.code, unitName, parentCode: region.parentCode, level, kind: region.kind };
}
