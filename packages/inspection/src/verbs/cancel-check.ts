import { type ActorCtx, perform } from "@anji/database";
import type { z } from "zod";
import type { cancelCheckInput } from "../inputs.ts";
import { inspectionPermissions } from "../permissions.ts";
import type { CheckAnswer } from "../queries/checks.ts";
import { advanceCheck } from "./advance-check.ts";
import { recorded } from "./recorded.ts";

/** Ends a check that was entered by mistake or will not take place. It stays in the records and counts for nothing. */
export async function cancelCheck(ctx: ActorCtx, input: z.output<typeof cancelCheckInput>): Promise<CheckAnswer> {
  return perform(ctx, { permission: inspectionPermissions.cancel, input }, async (act) => {
    const before = await advanceCheck(act, { id: input.id, version: input.version, event: "cancel", written: {} });
    return recorded(act, { id: input.id, event: "cancel", before, remark: input.reason });
  });
}
