import { type ActorCtx, perform } from "@anji/database";
import { freezeFigures } from "@anji/figures/verbs";
import { regionInScope } from "@anji/jurisdictions/queries";
import type { z } from "zod";
import type { redrawMonthlyInput } from "../inputs.ts";
import { monthlyPermissions } from "../permissions.ts";
import type { MonthlyAnswer } from "../queries/monthly-list.ts";
import { monthOfReport } from "../queries/monthly-state.ts";
import { changeMonthly, holdMonthly } from "./change-monthly.ts";

/** Draws the figures anew. What was drawn before stays stored; a nil declaration falls once findings stand. */
export async function redrawMonthly(ctx: ActorCtx, input: z.output<typeof redrawMonthlyInput>): Promise<MonthlyAnswer> {
  return perform(ctx, { permission: monthlyPermissions.redraw, input }, async (act) => {
    const { report, campaign } = await holdMonthly(act, { ...input, event: "redraw" });
    const home = await regionInScope(act, report.unitCode);
    const { cutOffId, lineCount } = await freezeFigures(act, { campaign, home, month: monthOfReport(report) });
    const nil = lineCount === 0 ? {} : { isNil: false, nilStatement: null };
    return changeMonthly(act, { report, event: "redraw", written: { cutOffId, ...nil }, remark: "", documentNo: null });
  });
}
