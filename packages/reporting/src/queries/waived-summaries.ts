import { approvedWaivers } from "@anji/campaign/queries";
import type { Reader } from "@anji/database";
import type { Id } from "@anji/kernel";
import { and, eq, inArray } from "drizzle-orm";
import { CITY_SUMMARIES } from "../gates.ts";
import { report } from "../tables.ts";

const SUMMARIES_MAX = 200;

/** A city without a summary, by an approved waiver. */
export type WaivedSummary = Pick<
  Awaited<ReturnType<typeof approvedWaivers>>[number],
  "unitCode" | "unitName" | "kind" | "expiresOn" | "documentNo"
>;

/** Step: the cities that have handed in no summary and need none now, each once, with the waiver that says so. */
export async function waivedSummaries(
  reader: Pick<Reader, "tx" | "scope" | "today">,
  campaignId: Id<"campaign">,
): Promise<WaivedSummary[]> {
  const waivers = await approvedWaivers(reader, { campaignId, rule: CITY_SUMMARIES });
  const rows = await reader.tx
    .select({ unitCode: report.unitCode })
    .from(report)
    .where(
      and(
        eq(report.campaignId, campaignId),
        eq(report.kind, "summary"),
        inArray(report.status, ["submitted", "received"]),
        reader.scope(report.regionPath),
      ),
    )
    .limit(SUMMARIES_MAX);
  const handedIn = new Set(rows.map((row) => row.unitCode));
  const open = waivers.filter((one) => one.expiresOn >= reader.today && !handedIn.has(one.unitCode));
  return [...new Map(open.map((one) => [one.unitCode, one])).values()];
}
