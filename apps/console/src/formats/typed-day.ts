import { parseDay, readOccurrence } from "@anji/kernel";

/**
 * What a person typed for a day, such as 2009-02-17, 2009.2.17, 20090217 or 2009年2月17日 → "2009-02-17"; null when it is
 * not a whole day.
 */
export function dayOfTyped(text: string): string | null {
  const reading = readOccurrence(text);
  return reading.isRead && reading.value.precision === "day" ? parseDay(reading.value.text) : null;
}

export type DayRange = { readonly min?: string; readonly max?: string };

/** Which limit a day is beyond. */
export function beyond(day: string, range: DayRange): "min" | "max" | null {
  if (range.min !== undefined && day < range.min) return "min";
  return range.max !== undefined && day > range.max ? "max" : null;
}
