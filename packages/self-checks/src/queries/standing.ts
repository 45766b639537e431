import { finding } from "@anji/findings/tables";
import { sql, type SQL } from "drizzle-orm";
import { selfCheck } from "../tables.ts";

/**
 * A signed result counts until a finding of the unit's own self-check makes its 零报告 untrue. What is registered after
 * the phase is 后续发现 and leaves the signed result as it is.
 */
export function isTrue(): SQL<boolean> {
  return sql<boolean>`(${selfCheck.outcome} <> 'nil' or not exists (
    select from ${finding} where ${finding.campaignId} = ${selfCheck.campaignId}
      and ${finding.regionPath} = ${selfCheck.regionPath}
      and ${finding.origin} = 'selfCheck' and not ${finding.isLaterDiscovered}))`;
}
