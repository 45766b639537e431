import { campaignOf } from "@anji/campaign/queries";
import { type ActorCtx, read, within } from "@anji/database";
import { placeName } from "@anji/jurisdictions";
import { regionsUnder, unitInScope, type UnitRow } from "@anji/jurisdictions/queries";
import type { z } from "zod";
import type { listSelfChecksInput } from "../inputs.ts";
import type { UnitState } from "../unit.state.ts";
import { type Region, unitStates } from "./unit-states.ts";

/** Every unit of the area that owes a self-check: who is missing, what is signed, and the marks. */
export async function listSelfChecks(ctx: ActorCtx, input: z.output<typeof listSelfChecksInput>) {
  return read(ctx, async (reader) => {
    const campaign = await campaignOf(reader, input.campaignId);
    const top = input.unitCode === null ? null : await unitInScope(reader, input.unitCode);
    const path = top?.regionPath ?? reader.actor.path;
    const regions = await regionsUnder(reader, path);
    const named = regions.flatMap((one) => asRegion({ ...one, name: nameIn(regions, one, ctx) }));
    const states = await unitStates(reader, { campaign, has: (column) => within(column, path) }, named);
    return { items: states.map(summaryOf) };
  });
}

export function asRegion({ code, name, level, regionPath }: UnitRow): Region[] {
  return level === "agency" ? [] : [{ code, name, level, regionPath }];
}

function nameIn(regions: readonly UnitRow[], one: UnitRow, { actor }: ActorCtx): string {
  const city = one.level === "county" ? regions.find((region) => region.code === one.parentCode) : undefined;
  return placeName({ unitName: one.name, cityName: city?.name ?? one.name }, actor);
}

function summaryOf({ unitCode, unitName, declarants, signature, isSigned, undeclaredCount }: UnitState) {
  const cells = declarants.flatMap((one) => one.cells);
  return {
    unitCode,
    unitName,
    owedCount: declarants.length,
    signedCount: declarants.filter((one) => one.state === "signed").length,
    openNames: declarants.filter((one) => one.state !== "signed").map((one) => one.declarant.name),
    foundCount: cells.reduce((sum, one) => sum + one.count, 0),
    foundFen: cells.reduce((sum, one) => sum + one.foundFen, 0n).toString(),
    undeclaredCount,
    isSigned,
    signedBy: signature?.signedByName ?? null,
    signedAt: signature?.signedAt.toISOString() ?? null,
    isLate: signature?.isLate === true || declarants.some((one) => one.declaration?.isLate === true),
    isUnreported: cells.some((one) => one.isUnreported),
    isChanged: declarants.some((one) => one.state === "moved"),
  };
}
