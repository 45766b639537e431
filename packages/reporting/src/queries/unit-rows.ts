import { type ActorCtx, read } from "@anji/database";
import type { z } from "zod";
import { countsUnit } from "../figures/unit-figure.ts";
import type { monthlyUnitsInput } from "../inputs.ts";
import { unitsOf } from "./frozen-figures.ts";
import { monthlyOf } from "./monthly-detail.ts";

export type UnitRows = { items: { unitCode: string; unitName: string }[] };

/** Exactly the units a unit figure of a monthly report counts. */
export async function monthlyUnits(ctx: ActorCtx, input: z.output<typeof monthlyUnitsInput>): Promise<UnitRows> {
  return read(ctx, async (reader) => {
    const { report } = await monthlyOf(reader, input.id);
    const units = await unitsOf(reader, report.cutOffId);
    const counted = units.filter((one) => countsUnit(one, input.figure));
    return { items: counted.map(({ unitCode, unitName }) => ({ unitCode, unitName })) };
  });
}
