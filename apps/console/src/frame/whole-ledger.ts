import type { Inputs } from "../rpc/trpc.ts";

export type LedgerFilter = Inputs["findings"]["list"]["filter"];

/** The filter that leaves nothing out under a unit. */
export function wholeLedger(unitCode: string | null): LedgerFilter {
  return {
    unitCode,
    extent: "subtree",
    fundLines: [],
    categories: [],
    kinds: [],
    statuses: [],
    origins: [],
    due: "all",
    text: null,
    discoveredFrom: null,
    discoveredTo: null,
  };
}
