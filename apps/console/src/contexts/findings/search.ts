import {
  type AskedFilter,
  DUE_FILTERS,
  everyFinding,
  FINDING_STATUSES,
  findingsLimits,
  GROUPINGS,
  ORIGINS,
  SORT_DIRECTIONS,
  SORT_FIELDS,
  UNIT_EXTENTS,
} from "@anji/findings";
import { z } from "zod";
import { day, id, keys, oneOf, text } from "../../frame/search-values.ts";

export const findingsSearch = z.object({
  /** The extent of the chosen unit; without it everything under the unit. */
  extent: z.enum(UNIT_EXTENTS).exclude(["subtree"]).optional().catch(undefined),
  text: text(findingsLimits.search),
  funds: keys,
  categories: keys,
  kinds: keys,
  statuses: keys,
  origins: keys,
  due: z.enum(DUE_FILTERS).exclude(["all"]).optional().catch(undefined),
  from: day,
  to: day,
  group: oneOf(GROUPINGS),
  sort: oneOf(SORT_FIELDS),
  direction: oneOf(SORT_DIRECTIONS),
  open: id,
});
export type FindingsSearch = z.infer<typeof findingsSearch>;

/** The address of the ledger page as the filter the server knows. Wrong parts of the address are left out. */
export function filterOf(search: FindingsSearch, unitCode: string | null): AskedFilter {
  return {
    ...everyFinding(unitCode),
    extent: search.extent ?? "subtree",
    fundLines: search.funds ?? [],
    categories: search.categories ?? [],
    kinds: search.kinds ?? [],
    statuses: FINDING_STATUSES.filter((status) => search.statuses?.includes(status)),
    origins: ORIGINS.filter((origin) => search.origins?.includes(origin)),
    due: search.due ?? "all",
    text: search.text ?? null,
    discoveredFrom: search.from ?? null,
    discoveredTo: search.to ?? null,
  };
}

export function sortOf(search: FindingsSearch): { by: NonNullable<FindingsSearch["sort"]>; direction: "asc" | "desc" } {
  return { by: search.sort ?? "dueOn", direction: search.direction ?? "asc" };
}
