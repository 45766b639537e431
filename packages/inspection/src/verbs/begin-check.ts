import { type ActorCtx, perform } from "@anji/database";
import type { z } from "zod";
import type { beginCheckInput } from "../inputs.ts";
import { inspectionPermissions } from "../permissions.ts";
import type { CheckAnswer } from "../queries/checks.ts";
import { advanceCheck } from "./advance-check.ts";
import { recorded } from "./recorded.ts";

/** The inspectors have arrived. */
export async function beginCheck(ctx: ActorCtx, input: z.output<typeof beginCheckInput>): Promise<CheckAnswer> {
  return perform(ctx, { permission: inspectionPermissions.begin, input }, async (act) => {
    const before = await advanceCheck(act, { ...input, event: "begin", written: { begunOn: act.today } });
    return recorded(act, { id: input.id, event: "begin", before, remark: "" });
  });
}
