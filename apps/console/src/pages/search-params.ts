import { z } from "zod";

const SHORT = 40;
/** A unit's code typed into an address by hand arrives as a number. */
export const code = z
  .union([z.string().max(12), z.int().transform(String)])
  .optional()
  .catch(undefined);
const text = z.string().max(200).optional().catch(undefined);
const key = z.string().max(SHORT).optional().catch(undefined);
const keys = z.array(z.string().max(SHORT)).max(SHORT).optional().catch(undefined);
const day = z.iso.date().optional().catch(undefined);

function oneOf<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.enum(values).optional().catch(undefined);
}

export const workSearch = z.object({ show: oneOf(["returned", "fill", "rectify", "review", "approve", "sign"]) });

export const PHASE_VIEWS = ["gates", "groups", "plans", "selfChecks", "waivers", "history"] as const;
export const phaseSearch = z.object({
  phase: oneOf(["deployment", "selfCheck", "acceptance", "summary"]),
  view: oneOf(PHASE_VIEWS),
  gate: key,
  gateUnit: code,
  unsigned: z.boolean().optional().catch(undefined),
  group: code,
});

export const GROUPINGS = ["city", "unit", "fundLine", "category", "kind", "status", "origin"] as const;
export const SORTS = ["dueOn", "foundFen", "discoveredOn", "number", "outstandingFen"] as const;
export const findingsSearch = z.object({
  /** Of the chosen unit only this much; without it everything under the unit. */
  extent: oneOf(["ownLevel", "unit"]),
  text,
  funds: keys,
  categories: keys,
  kinds: keys,
  statuses: keys,
  origins: keys,
  due: oneOf(["soon", "overdue", "unplanned"]),
  from: day,
  to: day,
  group: oneOf(GROUPINGS),
  sort: oneOf(SORTS),
  direction: oneOf(["asc", "desc"]),
  open: z.uuid().optional().catch(undefined),
});
export type FindingsSearch = z.infer<typeof findingsSearch>;

export const checksSearch = z.object({
  level: oneOf(["city", "province", "ministry"]),
  open: z.uuid().optional().catch(undefined),
});

export const reportsSearch = z.object({ tab: oneOf(["monthly", "summaries"]), month: key });

export const SYSTEM_TABS = ["units", "people", "keys", "clock"] as const;
export const systemSearch = z.object({ tab: oneOf(SYSTEM_TABS), text });
