import { type ActorCtx, perform } from "@anji/database";
import type { z } from "zod";
import type { declareNilInput } from "../inputs.ts";
import { monthlyPermissions } from "../permissions.ts";
import type { MonthlyAnswer } from "../queries/monthly-list.ts";
import { changeMonthly, holdMonthly } from "./change-monthly.ts";

/** 零报告: says in so many words that no finding stands. Silence never does. */
export async function declareNil(ctx: ActorCtx, input: z.output<typeof declareNilInput>): Promise<MonthlyAnswer> {
  return perform(ctx, { permission: monthlyPermissions.declareNil, input }, async (act) => {
    const { report } = await holdMonthly(act, { id: input.id, version: input.version, event: "declareNil" });
    const written = { isNil: true, nilStatement: input.statement };
    return changeMonthly(act, { report, event: "declareNil", written, remark: input.statement, documentNo: null });
  });
}
