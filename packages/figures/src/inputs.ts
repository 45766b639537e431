import { choice, idOf, pageInput, textInput } from "@anji/kernel";
import { z } from "zod";
import { FIGURE_GROUPS, FIGURE_QUANTITIES, isFigure } from "./figure-key.ts";
import { ROLL_COLUMNS, ROLL_ROWS } from "./roll-forward.ts";
import { UNIT_FIGURES } from "./unit-figure.ts";

const KEY_CHARACTERS_MAX = 80;

const cutOffId = idOf("cutOff");
const figure = z
  .strictObject({
    by: choice(FIGURE_GROUPS),
    key: textInput({ min: 1, max: KEY_CHARACTERS_MAX }).nullable(),
    quantity: choice(FIGURE_QUANTITIES),
  })
  .refine(isFigure, "figures.unknown");

export const figureRowsInput = pageInput.extend({ cutOffId, figure });
export const figureUnitsInput = z.strictObject({ cutOffId, figure: choice(UNIT_FIGURES) });
/** A cell of the roll-forward: its row, null for the total, and its column. */
export const rolledRowsInput = pageInput.extend({
  cutOffId,
  by: choice(ROLL_ROWS).nullable(),
  key: textInput({ min: 1, max: KEY_CHARACTERS_MAX }).nullable(),
  column: choice(ROLL_COLUMNS),
});
