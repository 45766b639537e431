import type { Locale } from "./actor.ts";
import {
  compareDays,
  dayText,
  isDay,
  isMonth,
  monthEnd,
  monthStart,
  monthText,
  parseDay,
  parseMonth,
  type Day,
} from "./day.ts";
import { halfWidth, read, unread, type Reading } from "./read.ts";

export const PRECISIONS = ["day", "month", "year"] as const;
export type Precision = (typeof PRECISIONS)[number];

/** When something happened, exactly as precise as the papers: "1996-12-31", "1996-12" or "1996". No day is invented. */
export type Occurrence = { readonly text: string; readonly precision: Precision };

/** The occurrence of a canonical text, or null. */
export function parseOccurrence(text: string): Occurrence | null {
  if (isDay(text)) return { text, precision: "day" };
  if (isMonth(text)) return { text, precision: "month" };
  return isYear(text) ? { text, precision: "year" } : null;
}

/** Reads what a person wrote: 1996-12-31, 1996.12.31, 1996/12, 19961231, 1996年12月, full-width digits too. */
export function readOccurrence(text: string): Reading<Occurrence> {
  const plain = halfWidth(text).replaceAll("。", ".");
  if (plain === "") return unread("kernel.fieldRequired", {});
  const [, year, month, number] = SEPARATED.exec(plain) ?? CHINESE.exec(plain) ?? COMPACT.exec(plain) ?? [];
  if (year === undefined) return unread("kernel.dateNotRead", { text: text.trim() });
  const parts = [year, month, number].filter((part) => part !== undefined).map((part) => part.padStart(2, "0"));
  const occurrence = parseOccurrence(parts.join("-"));
  return occurrence === null ? unread("kernel.dateMissing", { text: text.trim() }) : read(occurrence);
}

const SEPARATED = /^(\d{4})(?:[-./](\d{1,2})(?:[-./](\d{1,2}))?)?$/;
const CHINESE = /^(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})[日号]?)?)?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})?$/;

/** "1996年12月31日", "1996年12月", "1996年"; in English "31 Dec 1996", "Dec 1996", "1996". */
export function occurrenceText(occurrence: Occurrence, locale: Locale): string {
  const on = parseDay(occurrence.text);
  if (on !== null) return dayText(on, locale);
  const month = parseMonth(occurrence.text);
  if (month !== null) return monthText(month, locale);
  return locale === "zh-CN" ? `${occurrence.text}年` : occurrence.text;
}

/** The first day on which it can have happened. */
export function earliestDay(occurrence: Occurrence): Day {
  const month = parseMonth(occurrence.text.slice(0, 7)) ?? parseMonth(`${occurrence.text}-01`);
  const first = parseDay(occurrence.text) ?? (month === null ? null : monthStart(month));
  return existing(first, occurrence);
}

/** The last day on which it can have happened. */
export function latestDay(occurrence: Occurrence): Day {
  const month = parseMonth(occurrence.text.slice(0, 7)) ?? parseMonth(`${occurrence.text}-12`);
  const last = parseDay(occurrence.text) ?? (month === null ? null : monthEnd(month));
  return existing(last, occurrence);
}

/** Orders by the earliest possible day, then by the latest: "1996-01-01", "1996-01", "1996". */
export function compareOccurrences(one: Occurrence, other: Occurrence): number {
  return compareDays(earliestDay(one), earliestDay(other)) || compareDays(latestDay(one), latestDay(other));
}

function isYear(text: string): boolean {
  return isMonth(`${text}-01`);
}

function existing(on: Day | null, occurrence: Occurrence): Day {
  if (on === null) throw new Error(`not an occurrence: ${occurrence.text}`);
  return on;
}
