import type { Offender } from "@anji/campaign";
import { type GateFacts, type GatePlace, type GateReader, gateSource } from "@anji/campaign/gate-source";
import { unit } from "@anji/jurisdictions/tables";
import { and, eq } from "drizzle-orm";
import { CITY_SUMMARIES, NO_REPORTS, type ReportFacts, reportingGates } from "../gates.ts";
import type { ReportLevel } from "../report-kinds.ts";
import type { ReportStatus } from "../report.lifecycle.ts";
import { report } from "../tables.ts";

const SUMMARIES_MAX = 200;

/** Step: which summaries are submitted, accepted or sent, and which are still open. */
export async function reportFacts(
  reader: Pick<GateReader, "tx" | "scope">,
  { campaign }: { campaign: Pick<GatePlace["campaign"], "id"> },
): Promise<GateFacts<ReportFacts>> {
  const rows = await reader.tx
    .select({
      id: report.id,
      status: report.status,
      level: report.level,
      unitCode: report.unitCode,
      unitName: unit.name,
      sentNo: report.sentNo,
    })
    .from(report)
    .innerJoin(unit, eq(unit.code, report.unitCode))
    .where(and(eq(report.campaignId, campaign.id), eq(report.kind, "summary"), reader.scope(report.regionPath)))
    .limit(SUMMARIES_MAX);
  const open = rows
    .filter((row) => row.status !== "received" && row.sentNo === null)
    .map(({ id, unitCode, unitName, level, status }) => ({
      level,
      unitCode,
      unitName,
      subject: { kind: "report", id, number: unitCode },
      reason: REASONS[level][status],
    }));
  const named = (level: ReportLevel): Offender[] =>
    open.filter((one) => one.level === level).map(({ level: _, ...offender }) => offender);
  return {
    byUnit: new Map(
      rows.map(({ unitCode, status, sentNo }) => [
        unitCode,
        {
          isAccepted: status === "received",
          isSubmitted: status === "submitted" || status === "received",
          isSent: sentNo !== null,
        },
      ]),
    ),
    subjects: { [CITY_SUMMARIES]: named("city"), "reporting.provinceReportSent": named("province") },
  };
}

/** Why an open summary keeps the last phase from ending. */
const REASONS: Readonly<Record<ReportLevel, Readonly<Record<ReportStatus, string>>>> = {
  city: {
    draft: "reporting.summaryDraft",
    returned: "reporting.summaryReturned",
    submitted: "reporting.summaryNotAccepted",
    received: "reporting.summaryNotAccepted",
  },
  province: {
    draft: "reporting.summaryDraft",
    returned: "reporting.summaryReturned",
    submitted: "reporting.sendingMissing",
    received: "reporting.sendingMissing",
  },
};

/** The gates of reporting, for the campaign. */
export const reportingGateSource = gateSource({ nothing: NO_REPORTS, read: reportFacts, gates: reportingGates });
