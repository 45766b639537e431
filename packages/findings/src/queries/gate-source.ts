import type { Offender } from "@anji/campaign";
import {
  type GateFacts,
  type GatePlace,
  gateSource,
  type NamedOffenders,
  type OpenMatters,
} from "@anji/campaign/gate-source";
import { type Reader, within } from "@anji/database";
import { placeName } from "@anji/jurisdictions";
import { codeOfPath, type Id } from "@anji/kernel";
import { and, asc, eq, inArray, lt, ne, notInArray, type SQL, sql } from "drizzle-orm";
import { placeNames } from "../finding-rows.ts";
import { findingsGates, type LedgerCounts, NO_LEDGER } from "../gates.ts";
import { finding } from "../tables.ts";
import { NO_LONGER_DUE, UNPLANNED } from "./finding-filter.ts";

const UNITS_MAX = 4000;

type GateReader = Pick<Reader, "tx" | "scope" | "actor" | "today">;

/** Step: counts of the ledger by unit, and the findings that keep a gate from passing. */
export async function ledgerFacts(
  reader: GateReader,
  place: { campaign: Pick<GatePlace["campaign"], "id">; named: NamedOffenders },
): Promise<GateFacts<LedgerCounts>> {
  const { named } = place;
  const campaignId = place.campaign.id;
  const findings = (condition: SQL | undefined, reason: string) =>
    findingsIn(reader, { campaignId, named, condition, reason });
  return {
    byUnit: await countsByUnit(reader, campaignId),
    subjects: {
      "findings.findingsClassified": await findings(eq(finding.status, "registered"), "findings.unclassified"),
      "findings.findingsClosedOrPlanned": [
        ...(await findings(inArray(finding.status, [...UNPLANNED]), "findings.unplanned")),
        ...(await findings(isOverdue(reader), "findings.planOverdue")),
      ],
    },
  };
}

/** The gates of the ledger, for the campaign. */
export const findingsGateSource = gateSource({ nothing: NO_LEDGER, read: ledgerFacts, gates: findingsGates });

/** Findings that are not closed, and what is outstanding of them. */
export const openFindings: OpenMatters = {
  key: "findings.open",
  async count(reader, { campaign }) {
    const [open] = await reader.tx
      .select({
        count: sql<number>`count(*)::int`,
        amountFen: sql<string>`coalesce(sum(${finding.outstandingFen}), 0)::text`,
      })
      .from(finding)
      .where(and(eq(finding.campaignId, campaign.id), ne(finding.status, "closed"), reader.scope(finding.regionPath)));
    return { count: open?.count ?? 0, amountFen: open?.amountFen ?? "0" };
  },
};

/** One pass over the index of regions and statuses; a handling agency's findings count with its region. */
async function countsByUnit(
  reader: GateReader,
  campaignId: Id<"campaign">,
): Promise<Map<string, Partial<LedgerCounts>>> {
  const counts = await reader.tx
    .select({
      path: finding.regionPath,
      findingCount: sql<number>`(count(*) filter (where ${finding.status} <> 'withdrawn'))::int`,
      unclassifiedCount: sql<number>`(count(*) filter (where ${finding.status} = 'registered'))::int`,
      unplannedCount: sql<number>`(count(*) filter (where ${inArray(finding.status, [...UNPLANNED])}))::int`,
    })
    .from(finding)
    .where(and(eq(finding.campaignId, campaignId), reader.scope(finding.regionPath)))
    .groupBy(finding.regionPath)
    .limit(UNITS_MAX);
  const byUnit = new Map<string, Partial<LedgerCounts>>(counts.map(({ path, ...facts }) => [codeOfPath(path), facts]));
  for (const { path, overdueCount } of await overdueByUnit(reader, campaignId))
    byUnit.set(codeOfPath(path), { ...byUnit.get(codeOfPath(path)), overdueCount });
  return byUnit;
}

/** Planned, with a deadline that has passed. Unplanned ones count as such. */
function isOverdue({ today }: Pick<GateReader, "today">): SQL | undefined {
  return and(notInArray(finding.status, [...UNPLANNED, ...NO_LONGER_DUE]), lt(finding.dueOrder, today));
}

/** Apart from the other counts: the index of the deadlines has these few. */
async function overdueByUnit(reader: GateReader, campaignId: Id<"campaign">) {
  return reader.tx
    .select({ path: finding.regionPath, overdueCount: sql<number>`count(*)::int` })
    .from(finding)
    .where(and(eq(finding.campaignId, campaignId), reader.scope(finding.regionPath), isOverdue(reader)))
    .groupBy(finding.regionPath)
    .limit(UNITS_MAX);
}

async function findingsIn(
  reader: GateReader,
  options: { campaignId: Id<"campaign">; named: NamedOffenders; condition: SQL | undefined; reason: string },
): Promise<Offender[]> {
  const rows = await reader.tx
    .select({ id: finding.id, number: finding.number, path: finding.regionPath, ...placeNames })
    .from(finding)
    .where(
      and(
        eq(finding.campaignId, options.campaignId),
        options.condition,
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
