import { type Month, monthEnd } from "@anji/kernel";

/** The instant up to which a month's figures count: its last one, or now while the month still runs. */
export function cutOffOf(month: Month, now: Date): Date {
  const end = endOf(month);
  return end < now ? end : now;
}

/** The last instant of a month in China. */
export function endOf(month: Month): Date {
  return new Date(`${monthEnd(month)}T23:59:59.999+08:00`);
}
