import { planOf } from "@anji/campaign/queries";
import { type Act, within } from "@anji/database";
import { finding } from "@anji/findings/tables";
import type { UnitRow } from "@anji/jurisdictions/queries";
import { unit } from "@anji/jurisdictions/tables";
import { implementingPlan, leadingGroup } from "@anji/organisation/tables";
import type { UnitOutcome } from "@anji/self-checks";
import { unitSignature } from "@anji/self-checks/tables";
import { dayOf, type Id } from "@anji/kernel";
import { and, eq, exists, lte, ne, sql } from "drizzle-orm";
import { frozenUnit } from "../tables.ts";

/** Step: what each region of the area had done by the cut-off: group, plan, self-check, findings. */
export async function freezeUnits(
  act: Act,
  freeze: { cutOffId: Id<"cutOff">; campaignId: Id<"campaign">; home: UnitRow; at: Date },
): Promise<void> {
  const { campaignId, home, at } = freeze;
  const day = dayOf(at);
  const { tx } = act;
  const { plan } = await planOf(act, campaignId);
  const owing = plan.selfCheckDepartments.flatMap((one) => one.levels);
  const group = tx
    .select({ one: sql`1` })
    .from(leadingGroup)
    .where(
      and(
        eq(leadingGroup.campaignId, campaignId),
        eq(leadingGroup.unitCode, unit.code),
        lte(leadingGroup.establishedOn, day),
        lte(leadingGroup.recordedAt, at),
      ),
    );
  const filed = tx
    .select({ one: sql`1` })
    .from(implementingPlan)
    .where(
      and(
        eq(implementingPlan.campaignId, campaignId),
        eq(implementingPlan.unitCode, unit.code),
        lte(implementingPlan.filedOn, day),
        // A plan that is entered later with an earlier day belongs to the month of its entry.
        lte(implementingPlan.filedAt, at),
      ),
    );
  const reported = tx
    .select({ one: sql`1` })
    .from(finding)
    .where(
      and(eq(finding.campaignId, campaignId), eq(finding.regionPath, unit.regionPath), lte(finding.createdAt, at)),
    );
  const signed = signatureUntil({ campaignId, at });
  const rows = await tx
    .select({
      unitCode: unit.code,
      unitName: unit.name,
      isToSelfCheck: sql<boolean>`${unit.level} = any(${sql.param(owing)}::text[])`,
      selfCheckOutcome: signed<UnitOutcome | null>("outcome"),
      isSelfCheckLate: sql<boolean>`coalesce(${signed<boolean>("is_late")}, false)`,
      hasGroup: sql<boolean>`${exists(group)}`,
      hasImplementingPlan: sql<boolean>`${exists(filed)}`,
      hasFindings: sql<boolean>`${exists(reported)}`,
    })
    .from(unit)
    .where(and(within(unit.regionPath, home.regionPath), act.scope(unit.regionPath), ne(unit.level, "agency")));
  await tx
    .insert(frozenUnit)
    .values(rows.map((row) => ({ ...row, cutOffId: freeze.cutOffId, regionPath: home.regionPath })));
}

/**
 * A column of the unit's last signature by the cut-off; null when it has none, or when the unit has registered a finding
 * of the phase since and must sign again.
 */
function signatureUntil({ campaignId, at }: { campaignId: Id<"campaign">; at: Date }) {
  return <Value>(column: "outcome" | "is_late") => sql<Value>`(
    select signature.${sql.identifier(column)} from (
      select * from ${unitSignature} where ${eq(unitSignature.campaignId, campaignId)}
        and ${unitSignature.unitCode} = ${unit.code} and ${lte(unitSignature.signedAt, at)}
      order by ${unitSignature.version} desc limit 1) as signature
    where not exists (select from ${finding} where ${eq(finding.campaignId, campaignId)}
      and ${finding.regionPath} = signature.region_path and not ${finding.isLaterDiscovered}
      and ${finding.createdAt} > signature.signed_at and ${lte(finding.createdAt, at)}))`;
}
