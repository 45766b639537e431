import type { CampaignPlan } from "@anji/campaign";
import { gateUnits, planOf } from "@anji/campaign/queries";
import { type ActorCtx, read, type Reader, within } from "@anji/database";
import { unitInScope } from "@anji/jurisdictions/queries";
import type { Id, RegionPath } from "@anji/kernel";
import { and, eq, ne } from "drizzle-orm";
import type { z } from "zod";
import { type CityFloor, cityFloors, type CoverageSpotCheck, type ProvinceFloor, provinceFloor } from "../coverage.ts";
import type { coverageInput } from "../inputs.ts";
import { spotCheck } from "../tables.ts";

export type CoverageAnswer = {
  city: CityFloor[];
  /** Only for the province: nobody else sees all units it counts. */
  province: ProvinceFloor | null;
  denominator: { city: CampaignPlan["floors"]["city"]["denominator"] };
  /** What the province's share is taken of, and who decided it. */
  ruling: Pick<CampaignPlan["floors"]["province"], "of" | "ruling" | "countiesPerCity" | "note">;
};

/** Far more than the checks of one campaign in a province: each county a few times. */
const CHECKS_MAX = 5000;

/** How far the floors of the spot checks are met in the actor's area. */
export async function coverage(ctx: ActorCtx, input: z.output<typeof coverageInput>): Promise<CoverageAnswer> {
  return read(ctx, async (reader) => {
    const { plan } = await planOf(reader, input.campaignId);
    const path = input.unitCode === null ? reader.actor.path : (await unitInScope(reader, input.unitCode)).regionPath;
    const units = await gateUnits(reader, { campaignId: input.campaignId, phase: "acceptance", path });
    const { of, ruling, countiesPerCity, note } = plan.floors.province;
    const facts = { plan, units, checks: await coverageChecks(reader, { campaignId: input.campaignId, path }) };
    return {
      city: cityFloors(facts),
      province: facts.units.some((unit) => unit.level === "province") ? provinceFloor(facts) : null,
      denominator: { city: plan.floors.city.denominator },
      ruling: { of, ruling, countiesPerCity, note },
    };
  });
}

/** Step: the checks made in an area. A patrol 巡查 is no check and is never among them. */
export async function coverageChecks(
  reader: Pick<Reader, "tx" | "scope">,
  options: { campaignId: Id<"campaign">; path: RegionPath },
): Promise<CoverageSpotCheck[]> {
  return reader.tx
    .selectDistinct({ unitCode: spotCheck.unitCode, level: spotCheck.level, status: spotCheck.status })
    .from(spotCheck)
    .where(
      and(
        eq(spotCheck.campaignId, options.campaignId),
        ne(spotCheck.level, "ministry"),
        within(spotCheck.regionPath, options.path),
        reader.scope(spotCheck.regionPath),
      ),
    )
    .limit(CHECKS_MAX);
}
