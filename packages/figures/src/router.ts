import { query, router } from "@anji/rpc";
import { figureRowsInput, figureUnitsInput } from "./inputs.ts";
import { figureRows, figureUnits } from "./queries/index.ts";

export const figuresRouter = router({
  rows: query(figureRowsInput, figureRows),
  units: query(figureUnitsInput, figureUnits),
});
