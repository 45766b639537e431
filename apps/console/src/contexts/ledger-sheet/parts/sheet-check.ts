import type { Outputs } from "../../../rpc/trpc.ts";

export type SheetCheck = Outputs["ledgerSheet"]["dryRun"];
