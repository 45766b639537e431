import type { Query } from "@tanstack/react-query";

/** Marks a query whose answer stays what it was: a workbook already checked, the rows behind an accepted report. */
export const FROZEN = { isFrozen: true } as const;

/** What a change in the area may have made untrue. */
export function isLiving(query: Pick<Query, "meta">): boolean {
  return query.meta?.["isFrozen"] !== true;
}
