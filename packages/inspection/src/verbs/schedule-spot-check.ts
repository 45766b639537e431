import { heldCampaign } from "@anji/campaign/queries";
import { type Act, verb, within } from "@anji/database";
import { regionInScope } from "@anji/jurisdictions/queries";
import { person } from "@anji/jurisdictions/tables";
import { newId, refuse, refuseIf, type RegionPath } from "@anji/kernel";
import { and, count, eq, inArray, sql } from "drizzle-orm";
import type { z } from "zod";
import { scheduleSpotCheckInput } from "../inputs.ts";
import { inspectionPermissions } from "../permissions.ts";
import { spotCheckLifecycle } from "../spot-check.lifecycle.ts";
import { type SpotCheckLevel, whyNotLevel, whyNotOwnUnit, whyNotUnit } from "../spot-check.ts";
import { spotCheck } from "../tables.ts";
import { spotCheckCase } from "./spot-check-case.ts";

/** Schedules a spot check of one unit. 领导小组要实施监督检查，对部分市、县自查自纠工作进行抽查 */
export const scheduleSpotCheck = verb(
  { permission: inspectionPermissions.schedule, input: scheduleSpotCheckInput },
  async (act, input) => {
    refuseIf(whyNotLevel(input.level, act.actor));
    const target = await regionInScope(act, input.unitCode);
    const campaign = await heldCampaign(act, input.campaignId);
    refuseIf(whyNotOwnUnit(target.regionPath, act.actor));
    refuseIf(
      whyNotUnit({ level: input.level, unitLevel: target.level, provinceChecks: campaign.plan.floors.province.unit }),
    );
    refuseIf(spotCheckLifecycle.whyNotPhase("schedule", campaign));
    await refuseInspectorsOf(act, { regionPath: target.regionPath, inspectors: input.inspectors });
    const id = newId<"spotCheck">(act.now);
    await act.tx.insert(spotCheck).values({
      id,
      campaignId: input.campaignId,
      level: input.level,
      unitCode: target.code,
      regionPath: target.regionPath,
      number: await nextNumber(act, input),
      inspectors: input.inspectors,
      status: spotCheckLifecycle.first,
      machineVersion: spotCheckLifecycle.version,
      scheduledOn: input.scheduledOn,
      scheduledBy: act.actor.personId,
    });
    const row = { id, campaignId: input.campaignId, regionPath: target.regionPath };
    return spotCheckCase.begin(act, { by: "schedule", row, remark: "" });
  },
);

/** Nobody checks the unit they work in, also not as a name on the list. */
async function refuseInspectorsOf(act: Act, options: { regionPath: RegionPath; inspectors: string[] }): Promise<void> {
  const [colleague] = await act.tx
    .select({ name: person.name })
    .from(person)
    .where(
      and(
        within(person.regionPath, options.regionPath),
        inArray(person.name, options.inspectors),
        eq(person.isActive, true),
      ),
    )
    .limit(1);
  if (colleague === undefined) return;
  const params = { name: colleague.name };
  const fields = [{ path: "inspectors", rule: "inspection.inspectorOfUnit", params }];
  refuse({ code: "invalid", rule: "inspection.inspectorOfUnit", params, fields });
}

const LETTER_OF_LEVEL = { city: "C", province: "P", ministry: "M" } as const satisfies Record<SpotCheckLevel, string>;

/** "130102-C1": unit, level, and the number of the check of that level there. */
async function nextNumber(act: Act, check: z.output<typeof scheduleSpotCheckInput>): Promise<string> {
  const key = `inspection.number:${check.campaignId}:${check.unitCode}:${check.level}`;
  await act.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
  const [row] = await act.tx
    .select({ before: count() })
    .from(spotCheck)
    .where(
      and(
        eq(spotCheck.campaignId, check.campaignId),
        eq(spotCheck.unitCode, check.unitCode),
        eq(spotCheck.level, check.level),
      ),
    );
  return `${check.unitCode}-${LETTER_OF_LEVEL[check.level]}${(row?.before ?? 0) + 1}`;
}
