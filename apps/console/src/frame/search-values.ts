import { z } from "zod";

const KEY_CHARACTERS = 40;
const UNIT_CODE_CHARACTERS = 12;

/** A unit's code typed into an address by hand arrives as a number. */
export const code = z
  .union([z.string().max(UNIT_CODE_CHARACTERS), z.int().transform(String)])
  .optional()
  .catch(undefined);
export const key = z.string().max(KEY_CHARACTERS).optional().catch(undefined);
export const keys = z.array(z.string().max(KEY_CHARACTERS)).max(KEY_CHARACTERS).optional().catch(undefined);
export const day = z.iso.date().optional().catch(undefined);
export const flag = z.boolean().optional().catch(undefined);
export const id = z.uuid().optional().catch(undefined);

/** A text with a limited number of characters. */
export function text(charactersMax: number) {
  return z.string().max(charactersMax).optional().catch(undefined);
}

export function oneOf<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.enum(values).optional().catch(undefined);
}

/** Narrows the view to a unit, where one is named. */
export function within(unitCode: string | undefined): { unit?: string } {
  return unitCode === undefined ? {} : { unit: unitCode };
}
