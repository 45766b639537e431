import { type ActorCtx, perform } from "@anji/database";
import type { z } from "zod";
import type { returnMonthlyInput } from "../inputs.ts";
import { monthlyPermissions } from "../permissions.ts";
import type { MonthlyAnswer } from "../queries/monthly-list.ts";
import { changeMonthly, holdMonthly } from "./change-monthly.ts";

/** The province sends the report back with its reason. Files made of it no longer count. */
export async function returnMonthly(ctx: ActorCtx, input: z.output<typeof returnMonthlyInput>): Promise<MonthlyAnswer> {
  return perform(ctx, { permission: monthlyPermissions.return, input }, async (act) => {
    const { report } = await holdMonthly(act, { id: input.id, version: input.version, event: "return" });
    const written = {
      returnRemark: input.remark,
      jobId: null,
      renderedJobId: null,
      docxFileId: null,
      xlsxFileId: null,
    };
    return changeMonthly(act, { report, event: "return", written, remark: input.remark, documentNo: null });
  });
}
