import { type ActorCtx, perform } from "@anji/database";
import type { z } from "zod";
import type { returnCheckInput } from "../inputs.ts";
import { inspectionPermissions } from "../permissions.ts";
import type { CheckAnswer } from "../queries/checks.ts";
import { advanceCheck } from "./advance-check.ts";
import { recorded } from "./recorded.ts";

/** Gives the record back to be made anew, by whoever was to countersign it or by its own author. The scores given so far are kept. */
export async function returnCheck(ctx: ActorCtx, input: z.output<typeof returnCheckInput>): Promise<CheckAnswer> {
  return perform(ctx, { permission: inspectionPermissions.return, input }, async (act) => {
    const before = await advanceCheck(act, {
      id: input.id,
      version: input.version,
      event: "return",
      written: { completedOn: null, completedBy: null, completedByName: null, conclusion: null },
    });
    return recorded(act, { id: input.id, event: "return", before, remark: input.remark });
  });
}
