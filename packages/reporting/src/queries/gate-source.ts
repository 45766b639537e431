import type { GateFacts, Offender } from "@anji/campaign";
import type { Reader } from "@anji/database";
import { unit } from "@anji/jurisdictions/tables";
import { idOf } from "@anji/kernel";
import { and, eq } from "drizzle-orm";
import { report } from "../tables.ts";

const SUMMARIES_MAX = 200;
const campaignIdOf = idOf("campaign");

/** What the campaign's gates learn from reporting: which city has handed in its summary, and which has it half done. */
export async function reportingGateSource(
  reader: Pick<Reader, "tx" | "scope">,
  options: { campaignId: string },
): Promise<GateFacts> {
  const rows = await reader.tx
    .select({ id: report.id, status: report.status, unitCode: report.unitCode, unitName: unit.name })
    .from(report)
    .innerJoin(unit, eq(unit.code, report.unitCode))
    .where(
      and(
        eq(report.campaignId, campaignIdOf.parse(options.campaignId)),
        eq(report.kind, "summary"),
        reader.scope(report.regionPath),
      ),
    )
    .limit(SUMMARIES_MAX);
  const handedIn = rows.filter((row) => row.status === "submitted" || row.status === "accepted");
  const open = rows.filter((row) => row.status === "draft" || row.status === "returned");
  return {
    byUnit: new Map(handedIn.map((row) => [row.unitCode, { hasSummary: true }])),
    subjects: {
      "campaign.citySummaries": open.map(({ id, unitCode, unitName, status }): Offender => ({
        unitCode,
        unitName,
        subject: { kind: "report", id, number: unitCode },
        reason: status === "returned" ? "reporting.summaryReturned" : "reporting.summaryDraft",
      })),
    },
  };
}
