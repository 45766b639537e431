import type { Outputs } from "../../../../rpc/trpc.ts";

export type LedgerRow = Outputs["findings"]["list"]["items"][number];
export type LedgerSums = Outputs["findings"]["sums"];
