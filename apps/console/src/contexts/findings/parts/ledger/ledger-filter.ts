import type { FindingsSearch } from "../../search.ts";

const FILTER_KEYS = [
  "extent",
  "text",
  "funds",
  "categories",
  "kinds",
  "statuses",
  "origins",
  "due",
  "from",
  "to",
] as const;

/** The address without any condition; view settings stay. */
export function withoutFilter(search: FindingsSearch): FindingsSearch {
  return { group: search.group, sort: search.sort, direction: search.direction };
}

export function filterCount(search: FindingsSearch): number {
  return FILTER_KEYS.filter((key) => search[key] !== undefined && search[key]?.length !== 0).length;
}

/** The address of the rows behind a group of units: exactly those its figures were summed from. */
export function searchOfUnitGroup(
  search: FindingsSearch,
  group: "city" | "unit",
  unitCode: string,
): FindingsSearch & { unit: string } {
  // Grouped by city, the province's own level is a group too.
  const extent =
    group === "unit" ? ("ownUnit" as const) : unitCode.endsWith("0000") ? ("ownLevel" as const) : undefined;
  return { ...search, unit: unitCode, extent };
}

/** Common views, one press each. */
const READY_VIEWS = {
  all: {},
  open: { statuses: ["registered", "classified", "rectifying", "awaitingAcceptance"] },
  unplanned: { due: "unplanned" },
  soon: { due: "soon" },
  overdue: { due: "overdue" },
  awaiting: { statuses: ["awaitingAcceptance"] },
  inspected: { origins: ["patrol", "citySpotCheck", "provinceSpotCheck", "ministrySpotCheck"] },
} as const satisfies Readonly<Record<string, FilterOnly>>;

type FilterOnly = Readonly<{
  due?: "unplanned" | "soon" | "overdue";
  statuses?: readonly string[];
  origins?: readonly string[];
}>;
export type ReadyView = keyof typeof READY_VIEWS;

/** The ready view of the address, if it is exactly one of them. */
export function readyViewOf(search: FindingsSearch): ReadyView | null {
  const shown = JSON.stringify(conditionsOf(search));
  return READY_VIEW_NAMES.find((name) => JSON.stringify(conditionsOf(searchOfView(name))) === shown) ?? null;
}

export const READY_VIEW_NAMES = ["all", "open", "unplanned", "soon", "overdue", "awaiting", "inspected"] as const;

export function searchOfView(name: ReadyView): FindingsSearch {
  const view: FilterOnly = READY_VIEWS[name];
  return {
    ...(view.due === undefined ? {} : { due: view.due }),
    ...(view.statuses === undefined ? {} : { statuses: [...view.statuses] }),
    ...(view.origins === undefined ? {} : { origins: [...view.origins] }),
  };
}

function conditionsOf(search: FindingsSearch): unknown[] {
  return FILTER_KEYS.map((key) => search[key] ?? null);
}
