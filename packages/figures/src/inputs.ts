import { choice, idOf, pageInput, textInput } from "@anji/kernel";
import { z } from "zod";
import { FIGURE_GROUPS, FIGURE_MEASURES, isFigure } from "./figure-key.ts";
import { UNIT_FIGURES } from "./unit-figure.ts";

const KEY_CHARACTERS_MAX = 80;

const cutOffId = idOf("cutOff");
const figure = z
  .strictObject({
    by: choice(FIGURE_GROUPS),
    key: textInput({ min: 1, max: KEY_CHARACTERS_MAX }).nullable(),
    measure: choice(FIGURE_MEASURES),
  })
  .refine(isFigure, "figures.unknown");

export const figureRowsInput = pageInput.extend({ cutOffId, figure });
export const figureUnitsInput = z.strictObject({ cutOffId, figure: choice(UNIT_FIGURES) });
