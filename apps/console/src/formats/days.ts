/** Days travel as "YYYY-MM-DD", months as "YYYY-MM", instants as ISO strings; all are shown in China time. */

const ZONE = "Asia/Shanghai";
const DAY_MS = 86_400_000;

export function dayText(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale === "en" ? "en-GB" : "zh-CN", {
    year: "numeric",
    month: locale === "en" ? "short" : "long",
    day: "numeric",
    timeZone: "UTC",
  }).format(new Date(`${day}T00:00:00Z`));
}

export function monthText(month: string, locale: string): string {
  return new Intl.DateTimeFormat(locale === "en" ? "en-GB" : "zh-CN", {
    year: "numeric",
    month: locale === "en" ? "short" : "long",
    timeZone: "UTC",
  }).format(new Date(`${month}-01T00:00:00Z`));
}

export function weekdayText(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale === "en" ? "en-GB" : "zh-CN", { weekday: "long", timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

export function instantText(instant: string, locale: string): string {
  const at = new Date(instant);
  const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", hour12: false, timeZone: ZONE }).format(at);
  return `${dayText(dayOfInstant(instant), locale)} ${clock}`;
}

/** The calendar day of an instant in China. */
export function dayOfInstant(instant: string): string {
  return new Intl.DateTimeFormat("sv-SE", { year: "numeric", month: "2-digit", day: "2-digit", timeZone: ZONE }).format(new Date(instant));
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
