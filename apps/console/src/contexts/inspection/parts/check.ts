import type { Outputs } from "../../../rpc/trpc.ts";

/** One spot check as the server tells it. */
export type Check = Outputs["inspection"]["spotChecks"]["get"];
