import { type ActorCtx, perform } from "@anji/database";
import type { z } from "zod";
import type { submitMonthlyInput } from "../inputs.ts";
import { monthlyPermissions } from "../permissions.ts";
import type { MonthlyAnswer } from "../queries/monthly-list.ts";
import { changeMonthly, holdMonthly } from "./change-monthly.ts";
import { queueMonthlyRendering } from "./queue-rendering.ts";

/** Sends the report to the province, figures and text as they stand, and has its files made. */
export async function submitMonthly(ctx: ActorCtx, input: z.output<typeof submitMonthlyInput>): Promise<MonthlyAnswer> {
  return perform(ctx, { permission: monthlyPermissions.submit, input }, async (act) => {
    const { report } = await holdMonthly(act, { ...input, event: "submit" });
    const written = {
      submittedAt: act.now,
      submittedBy: act.actor.personId,
      submittedByName: act.actor.name,
      ...(await queueMonthlyRendering(act, report)),
    };
    return changeMonthly(act, { report, event: "submit", written, remark: "", documentNo: null });
  });
}
