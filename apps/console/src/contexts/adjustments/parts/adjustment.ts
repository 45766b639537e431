import type { Outputs } from "../../../rpc/trpc.ts";

/** 调整申请 as the server lists it, with what changes and the acts open to the reader. */
export type Adjustment = Outputs["adjustments"]["list"]["items"][number];
