import { type ActorCtx, read } from "@anji/database";
import type { z } from "zod";
import type { figureUnitsInput } from "../inputs.ts";
import { countsUnit } from "../unit-figure.ts";
import { cutOffInScope } from "./frozen-figures.ts";
import { unitsOf } from "./frozen-units.ts";

export type UnitRows = { items: { unitCode: string; unitName: string }[] };

/** Exactly the units a unit figure counts. */
export async function figureUnits(ctx: ActorCtx, input: z.output<typeof figureUnitsInput>): Promise<UnitRows> {
  return read(ctx, async (reader) => {
    const { id } = await cutOffInScope(reader, input.cutOffId);
    const counted = (await unitsOf(reader, id)).filter((one) => countsUnit(one, input.figure));
    return { items: counted.map(({ unitCode, unitName }) => ({ unitCode, unitName })) };
  });
}
