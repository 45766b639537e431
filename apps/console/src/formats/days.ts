import {
  type Locale,
  dayText as dayWords,
  instantText as instantWords,
  monthText as monthWords,
  parseDay,
  parseMonth,
  parseOccurrence,
  occurrenceText as occurrenceWords,
  weekdayText as weekdayWords,
} from "@anji/kernel";

/**
 * The server sends days as "YYYY-MM-DD", months as "YYYY-MM", instants as ISO strings. The kernel writes them in the
 * reader's language.
 */

export function dayText(day: string, language: string): string {
  const on = parseDay(day);
  return on === null ? day : dayWords(on, localeOf(language));
}

export function weekdayText(day: string, language: string): string {
  const on = parseDay(day);
  return on === null ? "" : weekdayWords(on, localeOf(language));
}

export function monthText(month: string, language: string): string {
  const of = parseMonth(month);
  return of === null ? month : monthWords(of, localeOf(language));
}

export function instantText(instant: string, language: string): string {
  return instantWords(new Date(instant), localeOf(language));
}

export function occurrenceText(text: string, language: string): string {
  const occurrence = parseOccurrence(text);
  return occurrence === null ? text : occurrenceWords(occurrence, localeOf(language));
}

/** The earliest of several deadlines, or null when none is set. */
export function nearestDue(days: readonly (string | null)[]): string | null {
  return days.reduce((nearest, day) => (day !== null && (nearest === null || day < nearest) ? day : nearest), null);
}

/** The language a text is worded in while the console speaks the given one. */
export function localeOf(language: string): Locale {
  return language === "en" ? "en" : "zh-CN";
}
