import type { CampaignPlan, GateFacts, Offender, UnitFacts } from "@anji/campaign";
import { campaign } from "@anji/campaign/tables";
import type { NamedOffenders } from "@anji/campaign/gate-source";
import { found, type Reader, within } from "@anji/database";
import { unit } from "@anji/jurisdictions/tables";
import { type Id, idOf } from "@anji/kernel";
import { and, asc, count, eq, ne, notInArray } from "drizzle-orm";
import { cityFloors, type CoverageUnit, provinceFloor } from "../coverage.ts";
import { spotCheck } from "../tables.ts";
import { coverageFacts } from "./coverage.ts";

const campaignIdOf = idOf("campaign");

/** What the campaign's gates learn from inspection: countersigned checks of each unit, and the checks still open where a floor is not met. */
export async function inspectionGateSource(
  reader: Pick<Reader, "tx" | "scope" | "actor">,
  options: { campaignId: string; named: NamedOffenders },
): Promise<GateFacts> {
  const campaignId = campaignIdOf.parse(options.campaignId);
  const { named } = options;
  const facts = {
    plan: await planOf(reader, campaignId),
    ...(await coverageFacts(reader, { campaignId, path: reader.actor.path })),
  };
  const shortCities = cityFloors(facts).filter((city) => city.shortBy > 0);
  const province = facts.units.find((one) => one.level === "province");
  const provinceIsShort = province !== undefined && provinceFloor(facts).shortBy > 0;
  return {
    byUnit: await countersignedByUnit(reader, campaignId),
    subjects: {
      "campaign.cityFloor": await openChecks(reader, {
        campaignId,
        named,
        level: "city",
        answerable: (check) => shortCities.find((city) => city.unitCode === check.parentCode),
      }),
      "campaign.provinceFloor": provinceIsShort
        ? await openChecks(reader, { campaignId, named, level: "province", answerable: () => province })
        : [],
    },
  };
}

async function planOf(reader: Pick<Reader, "tx">, id: Id<"campaign">): Promise<CampaignPlan> {
  const rows = await reader.tx.select({ plan: campaign.plan }).from(campaign).where(eq(campaign.id, id));
  return found(rows[0]).plan;
}

async function countersignedByUnit(
  reader: Pick<Reader, "tx" | "scope">,
  campaignId: Id<"campaign">,
): Promise<Map<string, Partial<UnitFacts>>> {
  const rows = await reader.tx
    .select({ unitCode: spotCheck.unitCode, level: spotCheck.level, checks: count() })
    .from(spotCheck)
    .where(
      and(
        eq(spotCheck.campaignId, campaignId),
        eq(spotCheck.status, "countersigned"),
        ne(spotCheck.level, "ministry"),
        reader.scope(spotCheck.regionPath),
      ),
    )
    .groupBy(spotCheck.unitCode, spotCheck.level);
  const byUnit = new Map<string, { citySpotChecks: number; provinceSpotChecks: number }>();
  for (const { unitCode, level, checks } of rows) {
    const facts = byUnit.get(unitCode) ?? { citySpotChecks: 0, provinceSpotChecks: 0 };
    byUnit.set(
      unitCode,
      level === "city" ? { ...facts, citySpotChecks: checks } : { ...facts, provinceSpotChecks: checks },
    );
  }
  return byUnit;
}

/** The checks of a level that are still to be countersigned, each under the unit that answers for the floor. */
async function openChecks(
  reader: Pick<Reader, "tx" | "scope">,
  options: {
    campaignId: Id<"campaign">;
    named: NamedOffenders;
    level: "city" | "province";
    answerable: (check: { parentCode: string | null }) => Pick<CoverageUnit, "unitCode" | "unitName"> | undefined;
  },
): Promise<Offender[]> {
  const rows = await reader.tx
    .select({ id: spotCheck.id, number: spotCheck.number, parentCode: unit.parentCode })
    .from(spotCheck)
    .innerJoin(unit, eq(unit.code, spotCheck.unitCode))
    .where(
      and(
        eq(spotCheck.campaignId, options.campaignId),
        eq(spotCheck.level, options.level),
        notInArray(spotCheck.status, ["countersigned", "cancelled"]),
        reader.scope(spotCheck.regionPath),
        within(spotCheck.regionPath, options.named.within),
      ),
    )
    .orderBy(asc(spotCheck.id))
    .limit(options.named.max);
  return rows.flatMap(({ id, number, parentCode }) => {
    const answerable = options.answerable({ parentCode });
    if (answerable === undefined) return [];
    const { unitCode, unitName } = answerable;
    return [
      {
        unitCode,
        unitName,
        subject: { kind: "spotCheck" as const, id, number },
        reason: "inspection.notCountersigned",
      },
    ];
  });
}
