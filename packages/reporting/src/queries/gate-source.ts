import type { Offender } from "@anji/campaign";
import { type GateFacts, type GatePlace, type GateReader, gateSource } from "@anji/campaign/gate-source";
import { unit } from "@anji/jurisdictions/tables";
import { and, eq } from "drizzle-orm";
import { NO_REPORTS, type ReportFacts, reportingGates } from "../gates.ts";
import { report } from "../tables.ts";

const SUMMARIES_MAX = 200;

/** Step: which city has submitted its summary, and which has an unsubmitted one. */
export async function reportFacts(
  reader: Pick<GateReader, "tx" | "scope">,
  { campaign }: { campaign: Pick<GatePlace["campaign"], "id"> },
): Promise<GateFacts<ReportFacts>> {
  const rows = await reader.tx
    .select({ id: report.id, status: report.status, unitCode: report.unitCode, unitName: unit.name })
    .from(report)
    .innerJoin(unit, eq(unit.code, report.unitCode))
    .where(and(eq(report.campaignId, campaign.id), eq(report.kind, "summary"), reader.scope(report.regionPath)))
    .limit(SUMMARIES_MAX);
  const submitted = rows.filter((row) => row.status === "submitted" || row.status === "received");
  const open = rows.filter((row) => row.status === "draft" || row.status === "returned");
  return {
    byUnit: new Map(submitted.map((row) => [row.unitCode, { hasSummary: true }])),
    subjects: {
      "reporting.citySummaries": open.map(({ id, unitCode, unitName, status }): Offender => ({
        unitCode,
        unitName,
        subject: { kind: "report", id, number: unitCode },
        reason: status === "returned" ? "reporting.summaryReturned" : "reporting.summaryDraft",
      })),
    },
  };
}

/** The gates of reporting, for the campaign. */
export const reportingGateSource = gateSource({ nothing: NO_REPORTS, read: reportFacts, gates: reportingGates });
