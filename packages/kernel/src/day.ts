import type { Locale } from "./actor.ts";

/** A calendar day in Asia/Shanghai, "YYYY-MM-DD". Days compare as text. */
export type Day = string & { readonly __day: "Asia/Shanghai" };
/** A calendar month, "YYYY-MM". */
export type Month = string & { readonly __month: "Asia/Shanghai" };

const MS_OF_DAY = 86_400_000;
// UTC+8 without daylight saving, in force since 1992. The product records no older instant.
const MS_EAST = 8 * 3_600_000;
const ENGLISH_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;
const WEEKDAYS = {
  "zh-CN": ["星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"],
  en: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
} as const;

export function dayOf(instant: Date): Day {
  return asDay(inShanghai(instant).slice(0, 10));
}

/** The day of "YYYY-MM-DD", or null for any other text and for days that do not exist. */
export function parseDay(text: string): Day | null {
  return isDay(text) ? text : null;
}

// Years 1900 to 2199: any other day is a typing mistake, and arithmetic stays in range.
const DAY = /^(?:19|20|21)\d{2}-\d{2}-\d{2}$/;
/** The number of days that every month has. */
const DAY_OF_EVERY_MONTH = /^(?:19|20|21)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$/;

export function isDay(text: string): text is Day {
  if (DAY_OF_EVERY_MONTH.test(text)) return true;
  if (!DAY.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** A day written in the program itself, such as in a test or a table. */
export function knownDay(text: string): Day {
  if (!isDay(text)) throw new Error(`not a day: ${text}`);
  return text;
}

export function addDays(from: Day, days: number): Day {
  return asDay(new Date(timeOf(from) + days * MS_OF_DAY).toISOString().slice(0, 10));
}

/** Days from the first to the second; negative when the second lies before. */
export function daysBetween(from: Day, to: Day): number {
  return (timeOf(to) - timeOf(from)) / MS_OF_DAY;
}

export function compareDays(one: Day, other: Day): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

export function monthOf(on: Day): Month {
  return asMonth(on.slice(0, 7));
}

export function parseMonth(text: string): Month | null {
  return isMonth(text) ? text : null;
}

export function isMonth(text: string): text is Month {
  return /^\d{4}-\d{2}$/.test(text) && isDay(`${text}-01`);
}

export function addMonths(from: Month, months: number): Month {
  const count = Number(from.slice(0, 4)) * 12 + Number(from.slice(5)) - 1 + months;
  const year = String(Math.floor(count / 12)).padStart(4, "0");
  return asMonth(`${year}-${String((count % 12) + 1).padStart(2, "0")}`);
}

export function monthStart(month: Month): Day {
  return asDay(`${month}-01`);
}

export function monthEnd(month: Month): Day {
  return addDays(monthStart(addMonths(month, 1)), -1);
}

/** The n-th day of a month; its last day when the month is shorter. */
export function dayInMonth(month: Month, number: number): Day {
  const last = monthEnd(month);
  return number >= Number(last.slice(8)) ? last : addDays(monthStart(month), number - 1);
}

/** 1 is Monday, 7 is Sunday. */
export function weekday(on: Day): number {
  // 1970-01-01 was a Thursday.
  return ((((timeOf(on) / MS_OF_DAY + 3) % 7) + 7) % 7) + 1;
}

export function weekdayText(on: Day, locale: Locale): string {
  return WEEKDAYS[locale][weekday(on) - 1] ?? "";
}

/** "2008年9月30日" or "30 Sep 2008". */
export function dayText(on: Day, locale: Locale): string {
  const [year, month, number] = numbersOf(on);
  return locale === "zh-CN" ? `${year}年${month}月${number}日` : `${number} ${englishMonth(month)} ${year}`;
}

/** "2008年9月" or "Sep 2008". */
export function monthText(month: Month, locale: Locale): string {
  const [year, number] = numbersOf(month);
  return locale === "zh-CN" ? `${year}年${number}月` : `${englishMonth(number)} ${year}`;
}

/** "2008年9月30日 14:05" or "30 Sep 2008 14:05", by the clocks of China. */
export function instantText(instant: Date, locale: Locale): string {
  return `${dayText(dayOf(instant), locale)} ${inShanghai(instant).slice(11, 16)}`;
}

function inShanghai(instant: Date): string {
  return new Date(instant.getTime() + MS_EAST).toISOString();
}

function timeOf(on: Day): number {
  return Date.parse(`${on}T00:00:00Z`);
}

function numbersOf(text: string): [year: number, month: number, day: number] {
  const [year = 0, month = 0, number = 0] = text.split("-").map(Number);
  return [year, month, number];
}

function englishMonth(month: number): string {
  return ENGLISH_MONTHS[month - 1] ?? "";
}

// The callers have computed the text from a valid day.
function asDay(text: string): Day {
  return text as Day;
}

// The callers have computed the text from a valid day or month.
function asMonth(text: string): Month {
  return text as Month;
}
