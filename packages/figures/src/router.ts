import { query, router } from "@anji/rpc";
import { figureRowsInput, figureUnitsInput, rolledRowsInput } from "./inputs.ts";
import { figureRows, figureUnits, rolledRows } from "./queries/index.ts";

export const figuresRouter = router({
  rows: query(figureRowsInput, figureRows),
  rolledRows: query(rolledRowsInput, rolledRows),
  units: query(figureUnitsInput, figureUnits),
});
