import { type Act, within } from "@anji/database";
import { finding } from "@anji/findings/tables";
import type { UnitRow } from "@anji/jurisdictions/queries";
import { unit } from "@anji/jurisdictions/tables";
import { implementingPlan, leadingGroup } from "@anji/organisation/tables";
import { selfCheck } from "@anji/self-checks/tables";
import { dayOf, type Id } from "@anji/kernel";
import { and, eq, exists, lte, ne, notExists, or, sql } from "drizzle-orm";
import { frozenUnit } from "../tables.ts";

/** Step: what each region of the area had done by the cut-off: group, plan, self-check, findings. */
export async function freezeUnits(
  act: Act,
  freeze: { cutOffId: Id<"cutOff">; campaignId: Id<"campaign">; home: UnitRow; at: Date },
): Promise<void> {
  const { campaignId, home, at } = freeze;
  const day = dayOf(at);
  const { tx } = act;
  // A finding of the unit's own self-check makes its 零报告 untrue.
  const found = tx
    .select({ one: sql`1` })
    .from(finding)
    .where(
      and(
        eq(finding.campaignId, campaignId),
        eq(finding.regionPath, unit.regionPath),
        eq(finding.origin, "selfCheck"),
        eq(finding.isLaterDiscovered, false),
        lte(finding.createdAt, at),
      ),
    );
  const signed = tx
    .select({ one: sql`1` })
    .from(selfCheck)
    .where(
      and(
        eq(selfCheck.campaignId, campaignId),
        eq(selfCheck.unitCode, unit.code),
        lte(selfCheck.signedAt, at),
        or(ne(selfCheck.outcome, "nil"), notExists(found)),
      ),
    );
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
  const rows = await tx
    .select({
      unitCode: unit.code,
      unitName: unit.name,
      isToSelfCheck: sql<boolean>`${unit.level} = 'county'`,
      hasSelfCheck: sql<boolean>`${exists(signed)}`,
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
