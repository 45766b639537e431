import type { Offender } from "@anji/campaign";
import { type GateFacts, type GatePlace, gateSource, type NamedOffenders } from "@anji/campaign/gate-source";
import { type Reader, within } from "@anji/database";
import { unit } from "@anji/jurisdictions/tables";
import type { Id } from "@anji/kernel";
import { and, asc, eq, notInArray } from "drizzle-orm";
import { cityFloors, type CoverageUnit, provinceFloor } from "../coverage.ts";
import { type CheckedFacts, inspectionGates, NEVER_CHECKED } from "../gates.ts";
import { spotCheck } from "../tables.ts";
import { concludedChecks } from "./concluded-checks.ts";
import { coverageChecks } from "./coverage.ts";

/** Step: the checks made of each unit, and those still open where a floor is not met. */
export async function checkedFacts(
  reader: Pick<Reader, "tx" | "scope">,
  place: GatePlace,
): Promise<GateFacts<CheckedFacts>> {
  const { campaign, units, named } = place;
  const concluded = Map.groupBy(
    await concludedChecks(reader, { campaignId: campaign.id, path: named.within }),
    (check) => check.unitCode,
  );
  const checks = await coverageChecks(reader, { campaignId: campaign.id, path: named.within });
  const facts = { plan: campaign.plan, units, checks };
  const shortCities = cityFloors(facts).filter((city) => city.shortBy > 0);
  const province = units.find((one) => one.level === "province");
  const provinceIsShort = province !== undefined && provinceFloor(facts).shortBy > 0;
  const byUnit = Map.groupBy(checks, (check) => check.unitCode);
  return {
    byUnit: new Map(
      [...byUnit.keys(), ...concluded.keys()].map((unitCode) => [
        unitCode,
        { checks: byUnit.get(unitCode) ?? [], concluded: concluded.get(unitCode) ?? [] },
      ]),
    ),
    subjects: {
      "inspection.cityFloor": await openChecks(reader, {
        campaignId: campaign.id,
        named,
        level: "city",
        answerable: (check) => shortCities.find((city) => city.unitCode === check.parentCode),
      }),
      "inspection.provinceFloor": provinceIsShort
        ? await openChecks(reader, { campaignId: campaign.id, named, level: "province", answerable: () => province })
        : [],
    },
  };
}

/** The gates of inspection, for the campaign. */
export const inspectionGateSource = gateSource({
  nothing: NEVER_CHECKED,
  read: checkedFacts,
  gates: inspectionGates,
});

/** The checks of a level that are not countersigned yet, each under the unit responsible for the floor. */
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
