import { type ActorCtx, perform } from "@anji/database";
import type { z } from "zod";
import type { renderMonthlyInput } from "../inputs.ts";
import { monthlyPermissions } from "../permissions.ts";
import type { MonthlyAnswer } from "../queries/monthly-list.ts";
import { changeMonthly, holdMonthly } from "./change-monthly.ts";
import { queueMonthlyRendering } from "./queue-rendering.ts";

/** Has the files of a submitted report made again. */
export async function renderMonthly(ctx: ActorCtx, input: z.output<typeof renderMonthlyInput>): Promise<MonthlyAnswer> {
  return perform(ctx, { permission: monthlyPermissions.render, input }, async (act) => {
    const { report } = await holdMonthly(act, { ...input, event: "render" });
    const written = await queueMonthlyRendering(act, report);
    return changeMonthly(act, { report, event: "render", written, remark: "", documentNo: null });
  });
}
