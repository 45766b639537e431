import { z } from "zod";

import { LOCALES } from "./actor.ts";
import { isDay, isMonth, type Day, type Month } from "./day.ts";
import { parseOccurrence, PRECISIONS, type Occurrence } from "./occurrence.ts";
import { requiredOr } from "./required.ts";

/** A day of an input: "2008-09-30". */
export const dayInput = z
  .string()
  .refine(isDay, "kernel.dayInvalid")
  .transform((written) => written as Day); // checked by the line above

/** A month of an input: "2008-09". */
export const monthInput = z
  .string()
  .refine(isMonth, "kernel.monthInvalid")
  .transform((written) => written as Month); // checked by the line above

/** An imprecise date of an input; its text and its precision must agree. */
export const occurrenceInput = z
  .strictObject({ text: z.string(), precision: choice(PRECISIONS) })
  .refine((one) => parseOccurrence(one.text)?.precision === one.precision, {
    error: "kernel.dateInvalid",
    path: ["text"],
  })
  .transform((one): Occurrence => one);

// PostgreSQL stores no NUL. Of the other control characters only tab and line ends mean anything in a text.
const PRINTABLE = /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/; // oxlint-disable-line no-control-regex

// Half of a surrogate pair is no character; PostgreSQL refuses it in text and JSON.
function isKeepable(text: string): boolean {
  return PRINTABLE.test(text) && text.isWellFormed();
}

/** Text that a person typed, trimmed. */
export function textInput(length: { min: number; max: number }) {
  return z.string().trim().min(length.min).max(length.max).refine(isKeepable, "kernel.textControls");
}

/** One of a closed set; a missing one gives the rule for required fields. */
export function choice<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.enum(values, { error: requiredOr("kernel.fieldInvalid") });
}

/** A six-digit code of GB/T 2260 or of the campaign's own units; an agency adds its number: "130102-01". */
export const unitCode = z.string().regex(/^\d{6}(?:-\d{2})?$/, "kernel.unitCodeInvalid");

export const LARGEST_PAGE = 200;
const LONGEST_CURSOR = 512;

/** Where a page starts (null: at the beginning) and how many rows it may hold. */
export const pageInput = z.strictObject({
  cursor: z.string().min(1).max(LONGEST_CURSOR).refine(isKeepable, "kernel.textControls").nullable(),
  limit: z.int().min(1).max(LARGEST_PAGE),
});

export const localeInput = choice(LOCALES);
