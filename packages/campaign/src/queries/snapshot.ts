import type { Reader } from "@anji/database";
import type { RegionPath } from "@anji/kernel";
import { and, eq } from "drizzle-orm";
import type { GateSetting, GateSnapshot, Standing, WaiverFact } from "../gate.ts";
import type { GateSource } from "../gate-source.ts";
import type { Phase } from "../phase.ts";
import { waiver } from "../tables.ts";
import type { CampaignRow } from "./campaigns.ts";
import { gateUnits } from "./rosters.ts";

/** Rosters are published: every unit counts by the province's list. */
export type SnapshotReader = Pick<Reader, "tx" | "today" | "actor" | "scope" | "published">;

const WAIVERS_MAX = 4000;

/** Step: the sources' standings of some gates, for the units a phase counts under a path, in the caller's transaction. */
export async function gateSnapshot(
  reader: SnapshotReader,
  options: {
    campaign: CampaignRow;
    sources: readonly GateSource[];
    keys: readonly string[];
    phase: Phase;
    path: RegionPath;
    namedMax: number;
  },
): Promise<GateSnapshot> {
  const { campaign, sources, keys, phase, path } = options;
  const units = await gateUnits(reader, { campaignId: campaign.id, phase, path });
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

async function waiverFacts(reader: SnapshotReader, campaign: CampaignRow): Promise<WaiverFact[]> {
  const rows = await reader.tx
    .select()
    .from(waiver)
    .where(and(eq(waiver.campaignId, campaign.id), eq(waiver.status, "approved"), reader.scope(waiver.regionPath)))
    .limit(WAIVERS_MAX);
  return rows.map((row) => ({
    rule: row.rule,
    unitCode: row.unitCode,
    kind: row.kind,
    expiresOn: row.expiresOn,
    documentNo: row.documentNo ?? "",
  }));
}
