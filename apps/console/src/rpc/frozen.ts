import type { Query } from "@tanstack/react-query";

/** Marks a query whose answer never changes: a checked workbook, the rows behind a received report. */
export const FROZEN = { isFrozen: true } as const;

/** The queries that a change in the area may affect. */
export function isLiving(query: Pick<Query, "meta">): boolean {
  return query.meta?.["isFrozen"] !== true;
}
