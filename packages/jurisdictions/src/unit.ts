import { type Actor, LEVELS, type Role } from "@anji/kernel";

/** Levels of the unit tree: the three of government and the handling agency 经办机构 under one of them. */
export const UNIT_LEVELS = [...LEVELS, "agency"] as const;
export type UnitLevel = (typeof UNIT_LEVELS)[number];

/** Roles of services, which have a key; all others are for people, who have a password. */
export const SERVICE_ROLES: readonly Role[] = ["worker", "observer"];

/** An agency's code is its region's, a dash and a number. */
export function isAgency(unitCode: string): boolean {
  return unitCode.includes("-");
}

/**
 * Whether an administrator may change accounts of a unit. An agency's administrator may change the agency's only,
 * although it shares its region's area.
 */
export function administers(actor: Pick<Actor, "unitCode">, unitCode: string): boolean {
  return !isAgency(actor.unitCode) || actor.unitCode === unitCode;
}

/**
 * Whether a unit counts on a day. One without a national code counts once the province confirmed it; a retired one
 * counts until its day.
 */
export function isCounted(
  row: { readonly isCustom: boolean; readonly confirmedBy: string | null; readonly retiredOn: string | null },
  today: string,
): boolean {
  const isKnown = !row.isCustom || row.confirmedBy !== null;
  return isKnown && (row.retiredOn === null || row.retiredOn > today);
}
