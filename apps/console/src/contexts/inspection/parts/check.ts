import type { Outputs } from "../../../rpc/trpc.ts";

/** One spot check as the server answers it. */
export type Check = Outputs["inspection"]["spotChecks"]["get"];
