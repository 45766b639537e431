import { type Completeness, gateSource } from "@anji/campaign/gate-source";
import type { Reader } from "@anji/database";
import type { Id } from "@anji/kernel";
import { and, eq } from "drizzle-orm";
import { NO_SELF_CHECK, selfCheckGates } from "../gates.ts";
import { selfCheck } from "../tables.ts";
import { isTrue } from "./standing.ts";

const UNITS_MAX = 4000;

/** The gate of the self-checks, for the campaign. */
export const selfChecksGateSource = gateSource({
  nothing: NO_SELF_CHECK,
  async read(reader, { campaign }) {
    const signed = await signedUnits(reader, campaign.id);
    return { byUnit: new Map(signed.map((unitCode) => [unitCode, { hasSelfCheck: true }])), subjects: {} };
  },
  gates: selfCheckGates,
});

/** 应报单位, 已报单位: counties, and those that have signed a self-check result. */
export const selfCheckCompleteness: Completeness = {
  key: "selfChecks.declarations",
  async count(reader, { campaign, units }) {
    const signed = new Set(await signedUnits(reader, campaign.id));
    const counties = units.filter((one) => one.level === "county");
    return { done: counties.filter((one) => signed.has(one.unitCode)).length, of: counties.length };
  },
};

async function signedUnits(reader: Pick<Reader, "tx" | "scope">, campaignId: Id<"campaign">): Promise<string[]> {
  const rows = await reader.tx
    .select({ unitCode: selfCheck.unitCode })
    .from(selfCheck)
    .where(and(eq(selfCheck.campaignId, campaignId), reader.scope(selfCheck.regionPath), isTrue()))
    .limit(UNITS_MAX);
  return rows.map((row) => row.unitCode);
}
