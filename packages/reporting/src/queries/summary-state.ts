import type { CampaignPlan } from "@anji/campaign";
import type { Reader } from "@anji/database";
import { figureMismatches } from "@anji/figures";
import { type CutOffRow, frozenOf, type FrozenRow, hashOfRows } from "@anji/figures/queries";
import { unit } from "@anji/jurisdictions/tables";
import { and, asc, eq, inArray, notExists, sql } from "drizzle-orm";
import { summaryChecks } from "../report-checks.ts";
import { canAdvance } from "../report.machine.ts";
import type { ReportState, SummaryLevel } from "../report.ts";
import { summaryReport } from "../tables.ts";
import type { SummaryRow } from "./summary-list.ts";

const CITIES_MAX = 100;

/** Step: what the policy looks at. `addsUp`: whether the frozen rows are added up again, as submitting does. */
export async function summaryState(
  reader: Pick<Reader, "tx" | "scope">,
  options: { report: SummaryRow; plan: CampaignPlan; addsUp: boolean },
): Promise<ReportState & { level: SummaryLevel; frozen: FrozenRow; taken: CutOffRow }> {
  const { report, plan } = options;
  const { frozen, taken } = await frozenOf(reader, report.cutOffId);
  const { status, level, regionPath, submittedBy } = report;
  const state = { status, level, regionPath, submittedBy, lineCount: frozen.lineCount, frozen, taken };
  if (!canAdvance(status, "submit")) return { ...state, checks: [] };
  const checks = summaryChecks({
    sections: report.sections,
    frozenHash: frozen.figuresHash,
    hashOfRows: options.addsUp ? await hashOfRows(reader, { cutOffId: report.cutOffId, plan }) : frozen.figuresHash,
    mismatches: figureMismatches(frozen.figures),
    missingCities: level === "province" ? await missingCities(reader, report) : [],
  });
  return { ...state, checks };
}

/** 省领导小组在汇总各市情况…的基础上: the cities whose summary the province does not have yet. */
async function missingCities(reader: Pick<Reader, "tx" | "scope">, report: SummaryRow): Promise<string[]> {
  const handedIn = reader.tx
    .select({ one: sql`1` })
    .from(summaryReport)
    .where(
      and(
        eq(summaryReport.campaignId, report.campaignId),
        eq(summaryReport.unitCode, unit.code),
        inArray(summaryReport.status, ["submitted", "accepted"]),
      ),
    );
  const rows = await reader.tx
    .select({ name: unit.name })
    .from(unit)
    .where(and(eq(unit.level, "city"), reader.scope(unit.regionPath), notExists(handedIn)))
    .orderBy(asc(unit.code))
    .limit(CITIES_MAX);
  return rows.map((row) => row.name);
}
