import type { GateFacts, Offender } from "@anji/campaign";
import type { Reader } from "@anji/database";
import { unit } from "@anji/jurisdictions/tables";
import { idOf } from "@anji/kernel";
import { and, eq } from "drizzle-orm";
import { summaryReport } from "../tables.ts";

const SUMMARIES_MAX = 200;
const campaignIdOf = idOf("campaign");

/** What the campaign's gates learn from reporting: which city has handed in its summary, and which has it half done. */
export async function reportingGateSource(
  reader: Pick<Reader, "tx" | "scope">,
  options: { campaignId: string },
): Promise<GateFacts> {
  const rows = await reader.tx
    .select({
      id: summaryReport.id,
      status: summaryReport.status,
      unitCode: summaryReport.unitCode,
      unitName: unit.name,
    })
    .from(summaryReport)
    .innerJoin(unit, eq(unit.code, summaryReport.unitCode))
    .where(
      and(eq(summaryReport.campaignId, campaignIdOf.parse(options.campaignId)), reader.scope(summaryReport.regionPath)),
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
        subject: { kind: "summaryReport", id, number: unitCode },
        reason: status === "returned" ? "reporting.summaryReturned" : "reporting.summaryDraft",
      })),
    },
  };
}
