import type { Reader } from "@anji/database";
import { placeName } from "@anji/jurisdictions";
import { regionsUnder, type UnitRow } from "@anji/jurisdictions/queries";
import type { RegionPath } from "@anji/kernel";
import { and, eq } from "drizzle-orm";
import type { GateFacts, GateSnapshot, Offender, UnitFacts, WaiverFact } from "../gate.ts";
import type { GateSource } from "../gate-source.ts";
import { waiver } from "../tables.ts";
import type { CampaignRow } from "./campaigns.ts";

/** Waivers are read as published: a county is covered by its city's. */
export type SnapshotReader = Pick<Reader, "tx" | "today" | "actor" | "scope" | "published">;

const UNITS_MAX = 4000;

/** Step: every fact the gates look at, for the regions under a path, read in the caller's transaction. */
export async function gateSnapshot(
  reader: SnapshotReader,
  options: { campaign: CampaignRow; sources: readonly GateSource[]; path: RegionPath; namedMax: number },
): Promise<GateSnapshot> {
  const { campaign } = options;
  const regions = await regionsUnder(reader, options.path);
  const facts: GateFacts[] = [];
  const named = { within: options.path, max: options.namedMax };
  // One after the other: they share the transaction's connection.
  for (const source of options.sources) facts.push(await source(reader, { campaignId: campaign.id, named }));
  return {
    asOf: reader.today,
    units: regions.map((region) => unitFacts(region, { facts, unitName: nameIn(regions, region, reader) })),
    waivers: await waiverFacts(reader, campaign),
    subjects: mergedSubjects(facts),
  };
}

/** A waiver of the unit above covers what lies under it, so those are read as well. */
async function waiverFacts(reader: SnapshotReader, campaign: CampaignRow): Promise<WaiverFact[]> {
  const rows = await reader.tx
    .select()
    .from(waiver)
    .where(and(eq(waiver.campaignId, campaign.id), eq(waiver.state, "approved"), reader.published(waiver.regionPath)))
    .limit(UNITS_MAX);
  return rows.map((row) => ({
    rule: row.rule,
    unitCode: row.unitCode,
    expiresOn: row.expiresOn,
    documentNo: row.documentNo ?? "",
  }));
}

/** What a unit has that has done nothing yet. */
export const NO_FACTS = {
  hasGroup: false,
  hasPlan: false,
  hasSelfCheck: false,
  findingCount: 0,
  unclassifiedCount: 0,
  unplannedCount: 0,
  citySpotChecks: 0,
  provinceSpotChecks: 0,
  hasSummary: false,
} as const;

/** The matrix and the offenders name a county with its city where the whole province is shown. */
function nameIn(regions: readonly UnitRow[], region: UnitRow, reader: Pick<SnapshotReader, "actor">): string {
  const city = region.level === "county" ? regions.find((one) => one.code === region.parentCode) : undefined;
  return placeName({ unitName: region.name, cityName: city?.name ?? region.name }, reader.actor);
}

function unitFacts(region: UnitRow, known: { facts: readonly GateFacts[]; unitName: string }): UnitFacts {
  const { facts, unitName } = known;
  const { level } = region;
  if (level === "agency") throw new Error(`${region.code} is no region`);
  const identity = { unitCode: region.code, unitName, parentCode: region.parentCode, level, kind: region.kind };
  return Object.assign({ ...NO_FACTS, ...identity }, ...facts.map((one) => one.byUnit.get(region.code) ?? {}));
}

function mergedSubjects(facts: readonly GateFacts[]): Record<string, readonly Offender[]> {
  const merged: Record<string, readonly Offender[]> = {};
  for (const { subjects } of facts) {
    for (const [rule, offenders] of Object.entries(subjects)) merged[rule] = [...(merged[rule] ?? []), ...offenders];
  }
  return merged;
}
