import type { CampaignPlan } from "@anji/campaign";
import type { Reader } from "@anji/database";
import { figureMismatches, openingMismatches } from "@anji/figures";
import {
  amendedSince,
  type CutOffRow,
  frozenOf,
  type FrozenRow,
  hashOfRows,
  unitsWithoutSelfCheck,
} from "@anji/figures/queries";
import { unit } from "@anji/jurisdictions/tables";
import type { Month } from "@anji/kernel";
import { and, asc, eq, inArray, notExists, sql } from "drizzle-orm";
import { type CheckedFacts, NOTHING_TO_WARN_OF, receiptChecks, reportChecks } from "../report-checks.ts";
import { reportLifecycle } from "../report.lifecycle.ts";
import { type ReportState, WRITING_ACTS } from "../report.ts";
import { report, reportEvent } from "../tables.ts";
import { periodFacts } from "./report-chain.ts";
import type { ReportRow } from "./report-row.ts";
import { waivedSummaries } from "./waived-summaries.ts";

const CITIES_MAX = 100;
const WRITERS_MAX = 1000;

type Stated = ReportState & { frozen: FrozenRow; taken: CutOffRow; openingMonth: Month | null };

/** Step: what the policy looks at. `addsUp`: whether to add up the frozen rows again, as submitting does. */
export async function reportState(
  reader: Pick<Reader, "tx" | "scope" | "now" | "today">,
  options: { row: ReportRow; plan: CampaignPlan; addsUp: boolean },
): Promise<Stated> {
  const { row, plan } = options;
  const { kind, level, status, regionPath, submittedBy, sentNo, cutOffId } = row;
  const { frozen, taken } = await frozenOf(reader, cutOffId);
  const { period, openingMonth } = await periodFacts(reader, { row, taken });
  const known = { kind, level, status, regionPath, submittedBy, sentNo, frozen, taken, openingMonth };
  const state = { ...known, lineCount: frozen.lineCount, writers: await writersOf(reader, row) };
  if (reportLifecycle.isOpen(status, "receive")) return { ...state, checks: receiptChecks(period) };
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
    hashOfRows: options.addsUp ? await hashOfRows(reader, { taken, plan }) : frozen.figuresHash,
    mismatches: [...figureMismatches(frozen.figures), ...(await unlikeOpening(reader, { frozen, taken }))],
    period,
    ...(await warnedOf(reader, { row, taken })),
    missingCities: missing.filter((city) => !isWaived(city.unitCode)).map((city) => city.name),
    waivedCities: waived.map((city) => city.unitName),
  });
  return { ...state, checks };
}

/** Where 期初 is not the 期末 it follows. */
async function unlikeOpening(
  reader: Pick<Reader, "tx">,
  { frozen, taken }: { frozen: FrozenRow; taken: CutOffRow },
): Promise<string[]> {
  const opening = taken.openingId === null ? null : (await frozenOf(reader, taken.openingId)).frozen.figures;
  return openingMismatches(frozen.figures.rollForward, opening);
}

async function writersOf(reader: Pick<Reader, "tx">, { id }: ReportRow): Promise<string[]> {
  const rows = await reader.tx
    .selectDistinct({ by: reportEvent.by })
    .from(reportEvent)
    .where(and(eq(reportEvent.subjectId, id), inArray(reportEvent.event, [...WRITING_ACTS])))
    .limit(WRITERS_MAX);
  return rows.map(({ by }) => by);
}

async function warnedOf(
  reader: Pick<Reader, "tx">,
  { row, taken }: { row: ReportRow; taken: CutOffRow },
): Promise<Pick<CheckedFacts, "unitsWithoutSelfCheck" | "amendedSince">> {
  if (row.month === null) return NOTHING_TO_WARN_OF;
  return {
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
