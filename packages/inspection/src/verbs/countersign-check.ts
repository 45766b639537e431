import { type ActorCtx, perform } from "@anji/database";
import type { z } from "zod";
import type { countersignCheckInput } from "../inputs.ts";
import { inspectionPermissions } from "../permissions.ts";
import type { CheckAnswer } from "../queries/checks.ts";
import { advanceCheck } from "./advance-check.ts";
import { recorded } from "./recorded.ts";

/** A second person stands for the result; from here on the check counts for coverage. */
export async function countersignCheck(
  ctx: ActorCtx,
  input: z.output<typeof countersignCheckInput>,
): Promise<CheckAnswer> {
  return perform(ctx, { permission: inspectionPermissions.countersign, input }, async (act) => {
    const before = await advanceCheck(act, {
      ...input,
      event: "countersign",
      written: { countersignedAt: act.now, countersignedBy: act.actor.personId, countersignedByName: act.actor.name },
    });
    return recorded(act, { id: input.id, event: "countersign", before, remark: "" });
  });
}
