import type { Offender } from "@anji/campaign";
import { type GateFacts, type GatePlace, gateSource, type NamedOffenders } from "@anji/campaign/gate-source";
import { type Reader, within } from "@anji/database";
import { placeName } from "@anji/jurisdictions";
import { codeOfPath, type Id } from "@anji/kernel";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { FindingStatus } from "../finding.lifecycle.ts";
import { placeNames } from "../finding-rows.ts";
import { findingsGates, type LedgerCounts, NO_LEDGER } from "../gates.ts";
import { finding } from "../tables.ts";
import { UNPLANNED } from "./finding-filter.ts";

const UNITS_MAX = 4000;

type GateReader = Pick<Reader, "tx" | "scope" | "actor">;

/** Step: counts of the ledger by unit, and the findings that keep a gate from passing. */
export async function ledgerFacts(
  reader: GateReader,
  place: { campaign: Pick<GatePlace["campaign"], "id">; named: NamedOffenders },
): Promise<GateFacts<LedgerCounts>> {
  const { named } = place;
  const campaignId = place.campaign.id;
  const findings = (statuses: readonly FindingStatus[], reason: string) =>
    findingsIn(reader, { campaignId, named, statuses, reason });
  return {
    byUnit: await countsByUnit(reader, campaignId),
    subjects: {
      "findings.findingsClassified": await findings(["registered"], "findings.unclassified"),
      "findings.findingsClosedOrPlanned": await findings(UNPLANNED, "findings.unplanned"),
    },
  };
}

/** The gates of the ledger, for the campaign. */
export const findingsGateSource = gateSource({ nothing: NO_LEDGER, read: ledgerFacts, gates: findingsGates });

/** One pass over the index of regions and statuses; a handling agency's findings count with its region. */
async function countsByUnit(
  reader: GateReader,
  campaignId: Id<"campaign">,
): Promise<Map<string, Partial<LedgerCounts>>> {
  const counts = await reader.tx
    .select({
      path: finding.regionPath,
      findingCount: sql<number>`count(*)::int`,
      unclassifiedCount: sql<number>`(count(*) filter (where ${finding.status} = 'registered'))::int`,
      unplannedCount: sql<number>`(count(*) filter (where ${inArray(finding.status, [...UNPLANNED])}))::int`,
    })
    .from(finding)
    .where(and(eq(finding.campaignId, campaignId), reader.scope(finding.regionPath)))
    .groupBy(finding.regionPath)
    .limit(UNITS_MAX);
  return new Map(counts.map(({ path, ...facts }) => [codeOfPath(path), facts]));
}

async function findingsIn(
  reader: GateReader,
  options: { campaignId: Id<"campaign">; named: NamedOffenders; statuses: readonly FindingStatus[]; reason: string },
): Promise<Offender[]> {
  const rows = await reader.tx
    .select({ id: finding.id, number: finding.number, path: finding.regionPath, ...placeNames })
    .from(finding)
    .where(
      and(
        eq(finding.campaignId, options.campaignId),
        inArray(finding.status, [...options.statuses]),
        reader.scope(finding.regionPath),
        within(finding.regionPath, options.named.within),
      ),
    )
    .orderBy(asc(finding.regionPath), asc(finding.status))
    .limit(options.named.max);
  return rows.map(({ id, number, path, ...names }) => ({
    unitCode: codeOfPath(path),
    unitName: placeName(names, reader.actor),
    subject: { kind: "finding", id, number },
    reason: options.reason,
  }));
}
