import { type ActorCtx, perform } from "@anji/database";
import { freezeFigures } from "@anji/figures/verbs";
import { regionInScope } from "@anji/jurisdictions/queries";
import { monthOf } from "@anji/kernel";
import type { z } from "zod";
import type { redrawSummaryInput } from "../inputs.ts";
import { summaryPermissions } from "../permissions.ts";
import type { SummaryAnswer } from "../queries/summary-list.ts";
import { changeSummary, holdSummary } from "./change-summary.ts";

/** Draws the figures anew, up to now. What was drawn before stays stored. */
export async function redrawSummary(ctx: ActorCtx, input: z.output<typeof redrawSummaryInput>): Promise<SummaryAnswer> {
  return perform(ctx, { permission: summaryPermissions.redraw, input }, async (act) => {
    const { report, campaign } = await holdSummary(act, { ...input, event: "redraw" });
    const home = await regionInScope(act, report.unitCode);
    const { cutOffId } = await freezeFigures(act, { campaign, home, month: monthOf(act.today) });
    return changeSummary(act, { report, event: "redraw", written: { cutOffId }, remark: "", documentNo: null });
  });
}
