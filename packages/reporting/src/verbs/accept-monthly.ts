import { type ActorCtx, perform } from "@anji/database";
import type { z } from "zod";
import type { acceptMonthlyInput } from "../inputs.ts";
import { monthlyPermissions } from "../permissions.ts";
import type { MonthlyAnswer } from "../queries/monthly-list.ts";
import { changeMonthly, holdMonthly } from "./change-monthly.ts";

/** The province takes the report as it is. */
export async function acceptMonthly(ctx: ActorCtx, input: z.output<typeof acceptMonthlyInput>): Promise<MonthlyAnswer> {
  return perform(ctx, { permission: monthlyPermissions.accept, input }, async (act) => {
    const { report } = await holdMonthly(act, { id: input.id, version: input.version, event: "accept" });
    const written = { acceptedAt: act.now, acceptedBy: act.actor.personId, acceptedByName: act.actor.name };
    return changeMonthly(act, { report, event: "accept", written, remark: "", documentNo: input.documentNo ?? null });
  });
}
