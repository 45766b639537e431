import { type ActorCtx, perform } from "@anji/database";
import type { z } from "zod";
import type { writeMonthlyInput } from "../inputs.ts";
import { monthlyPermissions } from "../permissions.ts";
import type { MonthlyAnswer } from "../queries/monthly-list.ts";
import { changeMonthly, holdMonthly } from "./change-monthly.ts";

/** Writes the text boxes. No figure can be written. */
export async function writeMonthly(ctx: ActorCtx, input: z.output<typeof writeMonthlyInput>): Promise<MonthlyAnswer> {
  return perform(ctx, { permission: monthlyPermissions.write, input }, async (act) => {
    const { report } = await holdMonthly(act, { id: input.id, version: input.version, event: "write" });
    const written = { narrative: input.narrative, imprint: input.imprint ?? report.imprint };
    return changeMonthly(act, { report, event: "write", written, remark: "", documentNo: null });
  });
}
