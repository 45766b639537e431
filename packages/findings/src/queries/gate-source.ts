import type { GateFacts, Offender, UnitFacts } from "@anji/campaign";
import type { NamedOffenders } from "@anji/campaign/gate-source";
import { type Reader, within } from "@anji/database";
import { placeName } from "@anji/jurisdictions";
import { cityNameOf } from "@anji/jurisdictions/queries";
import { unit } from "@anji/jurisdictions/tables";
import { codeOfPath, type Id, idOf } from "@anji/kernel";
import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { FindingStatus } from "../finding.lifecycle.ts";
import { placeNames } from "../finding-rows.ts";
import { finding, selfCheck } from "../tables.ts";
import { UNPLANNED } from "./finding-filter.ts";

const UNITS_MAX = 4000;
const campaignIdOf = idOf("campaign");

type GateReader = Pick<Reader, "tx" | "scope" | "actor">;

/** What the campaign's gates learn from the ledger: counts per unit, and the findings and units that keep a gate shut. */
export async function findingsGateSource(
  reader: GateReader,
  options: { campaignId: string; named: NamedOffenders },
): Promise<GateFacts> {
  const campaignId = campaignIdOf.parse(options.campaignId);
  const { named } = options;
  return {
    byUnit: await countsByUnit(reader, campaignId),
    subjects: {
      "campaign.selfChecksComplete": await unitsWithoutSelfCheck(reader, { campaignId, named }),
      "campaign.findingsClassified": await findingsIn(reader, {
        campaignId,
        named,
        statuses: ["registered"],
        reason: "findings.unclassified",
      }),
      "campaign.findingsClosedOrPlanned": await findingsIn(reader, {
        campaignId,
        named,
        statuses: UNPLANNED,
        reason: "findings.unplanned",
      }),
    },
  };
}

/** One pass over the index of regions and statuses; a handling agency's findings count with its region. */
async function countsByUnit(reader: GateReader, campaignId: Id<"campaign">): Promise<Map<string, Partial<UnitFacts>>> {
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
  const signed = await reader.tx
    .select({ unitCode: selfCheck.unitCode })
    .from(selfCheck)
    .where(and(eq(selfCheck.campaignId, campaignId), isNull(selfCheck.voidedAt), reader.scope(selfCheck.regionPath)))
    .limit(UNITS_MAX);
  const byUnit = new Map<string, Partial<UnitFacts>>(counts.map(({ path, ...facts }) => [codeOfPath(path), facts]));
  for (const { unitCode } of signed) byUnit.set(unitCode, { ...byUnit.get(unitCode), hasSelfCheck: true });
  return byUnit;
}

async function unitsWithoutSelfCheck(
  reader: GateReader,
  { campaignId, named }: { campaignId: Id<"campaign">; named: NamedOffenders },
): Promise<Offender[]> {
  const rows = await reader.tx
    .select({ unitCode: unit.code, unitName: unit.name, cityName: cityNameOf(unit.regionPath) })
    .from(unit)
    .leftJoin(
      selfCheck,
      and(eq(selfCheck.unitCode, unit.code), eq(selfCheck.campaignId, campaignId), isNull(selfCheck.voidedAt)),
    )
    .where(
      and(
        eq(unit.level, "county"),
        isNull(selfCheck.id),
        reader.scope(unit.regionPath),
        within(unit.regionPath, named.within),
      ),
    )
    .orderBy(asc(unit.regionPath))
    .limit(named.max);
  return rows.map(({ unitCode, ...names }) => ({
    unitCode,
    unitName: placeName(names, reader.actor),
    subject: null,
    reason: "findings.selfCheckMissing",
  }));
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
