import { addDays, daysBetween, knownDay, type Day } from "@anji/kernel";

// Spreadsheets count from 1900-01-00 and think 1900 was a leap year: right from 1900-03-01 (serial 61) on.
const SERIAL_ZERO = knownDay("1900-01-01");
const DAYS_BEFORE_SERIAL_ZERO = 2;
const SERIAL_MIN = 61;
const SERIAL_MAX = 109_574;

/** The day of a serial number such as "38717" or "38717.75", or null outside 1900-03-01 to 2199-12-31. */
export function dayOfSerial(text: string): Day | null {
  const serial = Math.floor(Number(text));
  if (!Number.isFinite(serial) || serial < SERIAL_MIN || serial > SERIAL_MAX) return null;
  return addDays(SERIAL_ZERO, serial - DAYS_BEFORE_SERIAL_ZERO);
}

/** The serial number of a day, or null before 1900-03-01, where spreadsheets count wrongly. */
export function serialOfDay(on: Day): number | null {
  const serial = daysBetween(SERIAL_ZERO, on) + DAYS_BEFORE_SERIAL_ZERO;
  return serial < SERIAL_MIN ? null : serial;
}
