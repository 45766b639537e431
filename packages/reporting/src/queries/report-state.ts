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
import { unit } from "@anji/jurisdictions/tables";
import { and, asc, eq, inArray, notExists, sql } from "drizzle-orm";
import { type CheckedFacts, NOTHING_TO_WARN_OF, reportChecks } from "../report-checks.ts";
import { reportLifecycle } from "../report.lifecycle.ts";
import type { ReportState } from "../report.ts";
import { report } from "../tables.ts";
import { periodOf, type ReportRow } from "./report-row.ts";
import { waivedSummaries } from "./waived-summaries.ts";

const CITIES_MAX = 100;

/** Step: what the policy looks at. `addsUp`: whether to add up the frozen rows again, as submitting does. */
export async function reportState(
  reader: Pick<Reader, "tx" | "scope" | "today">,
  options: { row: ReportRow; plan: CampaignPlan; addsUp: boolean },
): Promise<ReportState & { frozen: FrozenRow; taken: CutOffRow }> {
  const { row, plan } = options;
  const { kind, level, status, regionPath, submittedBy, sentNo, cutOffId } = row;
  const { frozen, taken } = await frozenOf(reader, cutOffId);
  const state = { kind, level, status, regionPath, submittedBy, sentNo, lineCount: frozen.lineCount, frozen, taken };
  if (!reportLifecycle.isOpen(status, "submit")) return { ...state, checks: [] };
  const waived = level === "province" ? await waivedSummaries(reader, row.campaignId) : [];
  const isWaived = (unitCode: string) => waived.some((one) => one.unitCode === unitCode);
  const missing = level === "province" ? await missingCities(reader, row) : [];
  const checks = reportChecks({
    kind,
    narrative: row.narrative,
    isNil: row.isNil,
    lineCount: frozen.lineCount,
    frozenHash: frozen.figuresHash,
    hashOfRows: options.addsUp ? await hashOfRows(reader, { cutOffId, plan }) : frozen.figuresHash,
    mismatches: figureMismatches(frozen.figures),
    ...(await warnedOf(reader, { row, taken })),
    missingCities: missing.filter((city) => !isWaived(city.unitCode)).map((city) => city.name),
    waivedCities: waived.map((city) => city.unitName),
  });
  return { ...state, checks };
}

async function warnedOf(
  reader: Pick<Reader, "tx">,
  { row, taken }: { row: ReportRow; taken: CutOffRow },
): Promise<Pick<CheckedFacts, keyof typeof NOTHING_TO_WARN_OF>> {
  const month = periodOf(row);
  if (month === null) return NOTHING_TO_WARN_OF;
  return {
    isMonthRunning: taken.at < endOf(month),
    unitsWithoutSelfCheck: await unitsWithoutSelfCheck(reader, row.cutOffId),
    amendedSince: await amendedSince(reader, taken),
  };
}

/** 省领导小组在汇总各市情况…的基础上: the cities whose summary the province does not have yet. */
async function missingCities(reader: Pick<Reader, "tx" | "scope">, row: ReportRow) {
  const handedIn = reader.tx
    .select({ one: sql`1` })
    .from(report)
    .where(
      and(
        eq(report.campaignId, row.campaignId),
        eq(report.kind, row.kind),
        eq(report.unitCode, unit.code),
        inArray(report.status, ["submitted", "received"]),
      ),
    );
  return reader.tx
    .select({ unitCode: unit.code, name: unit.name })
    .from(unit)
    .where(and(eq(unit.level, "city"), reader.scope(unit.regionPath), notExists(handedIn)))
    .orderBy(asc(unit.code))
    .limit(CITIES_MAX);
}
