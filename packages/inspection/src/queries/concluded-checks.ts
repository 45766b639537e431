import { type Reader, within } from "@anji/database";
import type { Id, RegionPath } from "@anji/kernel";
import { and, asc, eq, isNotNull } from "drizzle-orm";
import type { ConcludedCheck } from "../conclusions.ts";
import { spotCheck } from "../tables.ts";

/** Far more than the checks of one campaign in a province: each county a few times. */
const CONCLUDED_MAX = 5000;

/** Step: the countersigned checks of every level in an area, with what they concluded. */
export async function concludedChecks(
  reader: Pick<Reader, "tx" | "scope">,
  options: { campaignId: Id<"campaign">; path: RegionPath },
): Promise<ConcludedCheck[]> {
  const rows = await reader.tx
    .select({
      id: spotCheck.id,
      number: spotCheck.number,
      unitCode: spotCheck.unitCode,
      level: spotCheck.level,
      conclusion: spotCheck.conclusion,
      followsId: spotCheck.followsId,
    })
    .from(spotCheck)
    .where(
      and(
        eq(spotCheck.campaignId, options.campaignId),
        eq(spotCheck.status, "countersigned"),
        isNotNull(spotCheck.conclusion),
        within(spotCheck.regionPath, options.path),
        reader.scope(spotCheck.regionPath),
      ),
    )
    .orderBy(asc(spotCheck.id))
    .limit(CONCLUDED_MAX);
  return rows.flatMap(({ conclusion, ...row }) => (conclusion === null ? [] : [{ ...row, conclusion }]));
}
