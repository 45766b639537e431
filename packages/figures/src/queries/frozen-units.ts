import type { Reader } from "@anji/database";
import type { Id } from "@anji/kernel";
import { asc, eq } from "drizzle-orm";
import { frozenUnit } from "../tables.ts";
import { countsUnit } from "../unit-figure.ts";

/** A province's units, at most. */
const UNITS_MAX = 4000;

/** Step: the units of a cut-off in tree order. */
export async function unitsOf(reader: Pick<Reader, "tx">, cutOffId: Id<"cutOff">) {
  return reader.tx
    .select({
      unitCode: frozenUnit.unitCode,
      unitName: frozenUnit.unitName,
      isToSelfCheck: frozenUnit.isToSelfCheck,
      selfCheckOutcome: frozenUnit.selfCheckOutcome,
      isSelfCheckLate: frozenUnit.isSelfCheckLate,
      hasGroup: frozenUnit.hasGroup,
      hasImplementingPlan: frozenUnit.hasImplementingPlan,
      hasFindings: frozenUnit.hasFindings,
    })
    .from(frozenUnit)
    .where(eq(frozenUnit.cutOffId, cutOffId))
    .orderBy(asc(frozenUnit.unitCode))
    .limit(UNITS_MAX);
}

/** Step: how many units have signed no self-check result by the cut-off. */
export async function unitsWithoutSelfCheck(reader: Pick<Reader, "tx">, cutOffId: Id<"cutOff">): Promise<number> {
  const units = await unitsOf(reader, cutOffId);
  return units.filter((one) => countsUnit(one, "selfCheckMissing")).length;
}

/** Step: 应报送数据单位, and how many have reported anything by the cut-off. */
export async function completenessOf(
  reader: Pick<Reader, "tx">,
  cutOffId: Id<"cutOff">,
): Promise<{ reported: number; of: number }> {
  const toSelfCheck = (await unitsOf(reader, cutOffId)).filter((one) => one.isToSelfCheck);
  return {
    reported: toSelfCheck.filter((one) => one.selfCheckOutcome !== null || one.hasFindings).length,
    of: toSelfCheck.length,
  };
}
