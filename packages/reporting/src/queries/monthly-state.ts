import type { CampaignPlan } from "@anji/campaign";
import type { Reader } from "@anji/database";
import { endOf, figureMismatches } from "@anji/figures";
import {
  amendedSince,
  type CutOffRow,
  frozenOf,
  type FrozenRow,
  hashOfRows,
  unitsWithoutSelfCheck,
} from "@anji/figures/queries";
import { type Month, parseMonth } from "@anji/kernel";
import { monthlyChecks } from "../report-checks.ts";
import { canAdvance } from "../report.machine.ts";
import type { ReportState } from "../report.ts";
import type { monthlyReport } from "../tables.ts";

export type MonthlyRow = typeof monthlyReport.$inferSelect;

/** Step: what the policy looks at. `addsUp`: whether the frozen rows are added up again, as submitting does. */
export async function monthlyState(
  reader: Pick<Reader, "tx">,
  options: { report: MonthlyRow; plan: CampaignPlan; addsUp: boolean },
): Promise<ReportState & { frozen: FrozenRow; taken: CutOffRow }> {
  const { report, plan } = options;
  const { frozen, taken } = await frozenOf(reader, report.cutOffId);
  const { status, regionPath, submittedBy } = report;
  const state = { status, regionPath, submittedBy, lineCount: frozen.lineCount, frozen, taken };
  if (!canAdvance(status, "submit")) return { ...state, checks: [] };
  const checks = monthlyChecks({
    narrative: report.narrative,
    isNil: report.isNil,
    lineCount: frozen.lineCount,
    frozenHash: frozen.figuresHash,
    hashOfRows: options.addsUp ? await hashOfRows(reader, { cutOffId: report.cutOffId, plan }) : frozen.figuresHash,
    mismatches: figureMismatches(frozen.figures),
    isMonthRunning: taken.at < endOf(monthOfReport(report)),
    unitsWithoutSelfCheck: await unitsWithoutSelfCheck(reader, report.cutOffId),
    amendedSince: await amendedSince(reader, taken),
  });
  return { ...state, checks };
}

export function monthOfReport(report: Pick<MonthlyRow, "month">): Month {
  const month = parseMonth(report.month);
  if (month === null) throw new Error(`stored month cannot be read: ${report.month}`);
  return month;
}
