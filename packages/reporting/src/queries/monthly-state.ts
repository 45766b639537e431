import type { CampaignPlan } from "@anji/campaign";
import type { Reader } from "@anji/database";
import { found } from "@anji/database";
import { findingEvent } from "@anji/findings/tables";
import { type Id, type Month, parseMonth } from "@anji/kernel";
import { and, countDistinct, eq, gt, inArray } from "drizzle-orm";
import { figureMismatches } from "../documents/figures.ts";
import { countsUnit } from "../figures/unit-figure.ts";
import { monthlyChecks } from "../report-checks.ts";
import { endOf } from "../report-period.ts";
import { canAdvance } from "../report.machine.ts";
import type { ReportState } from "../report.ts";
import { cutOff, frozenFigures, frozenLine, monthlyReport } from "../tables.ts";
import { figuresOf, frozenHash, unitsOf } from "./frozen-figures.ts";

export type MonthlyRow = typeof monthlyReport.$inferSelect;
export type CutOffRow = typeof cutOff.$inferSelect;
export type FrozenRow = typeof frozenFigures.$inferSelect;

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
  const units = await unitsOf(reader, report.cutOffId);
  const checks = monthlyChecks({
    narrative: report.narrative,
    isNil: report.isNil,
    lineCount: frozen.lineCount,
    frozenHash: frozen.figuresHash,
    hashOfRows: options.addsUp ? await hashOfRows(reader, { cutOffId: report.cutOffId, plan }) : frozen.figuresHash,
    mismatches: figureMismatches(frozen.figures),
    isMonthRunning: taken.at < endOf(monthOfReport(report)),
    unitsWithoutSelfCheck: units.filter((one) => countsUnit(one, "selfCheckTotal") && !countsUnit(one, "selfCheckDone"))
      .length,
    amendedSince: await amendedSince(reader, taken),
  });
  return { ...state, checks };
}

/** Step: the frozen figures of a cut-off and the cut-off itself. */
export async function frozenOf(
  reader: Pick<Reader, "tx">,
  cutOffId: Id<"cutOff">,
): Promise<{ frozen: FrozenRow; taken: CutOffRow }> {
  const rows = await reader.tx
    .select({ frozen: frozenFigures, taken: cutOff })
    .from(frozenFigures)
    .innerJoin(cutOff, eq(cutOff.id, frozenFigures.cutOffId))
    .where(eq(frozenFigures.cutOffId, cutOffId));
  return found(rows[0]);
}

/** Step: the hash the figures would have if they were added up from the frozen rows now. */
export async function hashOfRows(
  reader: Pick<Reader, "tx">,
  options: { cutOffId: Id<"cutOff">; plan: CampaignPlan },
): Promise<string> {
  return frozenHash(reader, { cutOffId: options.cutOffId, figures: await figuresOf(reader, options) });
}

export function monthOfReport(report: Pick<MonthlyRow, "month">): Month {
  const month = parseMonth(report.month);
  if (month === null) throw new Error(`stored month cannot be read: ${report.month}`);
  return month;
}

async function amendedSince(reader: Pick<Reader, "tx">, taken: CutOffRow): Promise<number> {
  const [row] = await reader.tx
    .select({ findings: countDistinct(findingEvent.subjectId) })
    .from(findingEvent)
    .innerJoin(frozenLine, and(eq(frozenLine.findingId, findingEvent.subjectId), eq(frozenLine.cutOffId, taken.id)))
    .where(and(gt(findingEvent.at, taken.at), inArray(findingEvent.event, ["amend", "importChanges"])));
  return row?.findings ?? 0;
}
