import { daysBetween } from "./days.ts";

export const DUE_STATES = ["calm", "soon", "overdue"] as const;
export type Due = { readonly state: (typeof DUE_STATES)[number]; readonly days: number };

/** From this many days before the deadline on, a matter counts as due soon. */
export const SOON_DAYS = 3;

export function dueOf(dueOn: string, today: string): Due {
  const left = daysBetween(today, dueOn);
  if (left < 0) return { state: "overdue", days: -left };
  return { state: left <= SOON_DAYS ? "soon" : "calm", days: left };
}

/** The earliest of several deadlines, or null when none is set. */
export function nearestDue(days: readonly (string | null)[]): string | null {
  return days.reduce((nearest, day) => (day !== null && (nearest === null || day < nearest) ? day : nearest), null);
}
