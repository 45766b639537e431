import type { Outputs } from "../../../rpc/trpc.ts";

export type SheetCheck = Outputs["findings"]["sheets"]["check"];
