import { procedure, router } from "@anji/rpc";
import { figureRowsInput, figureUnitsInput } from "./inputs.ts";
import { figureRows, figureUnits } from "./queries/index.ts";

export const figuresRouter = router({
  rows: procedure.input(figureRowsInput).query(({ ctx, input }) => figureRows(ctx, input)),
  units: procedure.input(figureUnitsInput).query(({ ctx, input }) => figureUnits(ctx, input)),
});
