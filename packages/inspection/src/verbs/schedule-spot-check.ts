import { heldCampaign } from "@anji/campaign/queries";
import { type Act, verb } from "@anji/database";
import { regionInScope } from "@anji/jurisdictions/queries";
import { person } from "@anji/jurisdictions/tables";
import { newId, refuseIf, refuseAt } from "@anji/kernel";
import { and, count, eq, inArray, sql } from "drizzle-orm";
import type { z } from "zod";
import { mayFollow, needsFollowing } from "../conclusions.ts";
import { scheduleSpotCheckInput } from "../inputs.ts";
import { inspectionPermissions } from "../permissions.ts";
import { isInspectorAt } from "../queries/inspectors.ts";
import { spotCheckLifecycle } from "../spot-check.lifecycle.ts";
import { type SpotCheckLevel, whyNotLevel, whyNotOwnUnit, whyNotUnit } from "../spot-check.ts";
import { spotCheck } from "../tables.ts";
import { spotCheckCase } from "./spot-check-case.ts";

type Scheduled = z.output<typeof scheduleSpotCheckInput>;

/** Schedules a spot check of one unit. 领导小组要实施监督检查，对部分市、县自查自纠工作进行抽查 */
export const scheduleSpotCheck = verb(
  { permission: inspectionPermissions.schedule, input: scheduleSpotCheckInput },
  async (act, input) => {
    refuseIf(whyNotLevel(input.level, act.actor));
    const target = await regionInScope(act, input.unitCode);
    const campaign = await heldCampaign(act, input.campaignId);
    refuseIf(whyNotOwnUnit(target.regionPath, act.actor));
    refuseIf(
      whyNotUnit({ level: input.level, unitLevel: target.level, provinceChecks: campaign.plan.floors.province.of }),
    );
    refuseIf(spotCheckLifecycle.whyNotPhase("schedule", campaign));
    const inspectors = await inspectorsOf(act, input.inspectorIds);
    await refuseOtherFollowed(act, input);
    const id = newId<"spotCheck">(act.now);
    await act.tx.insert(spotCheck).values({
      id,
      campaignId: input.campaignId,
      level: input.level,
      unitCode: target.code,
      regionPath: target.regionPath,
      number: await nextNumber(act, input),
      inspectorIds: input.inspectorIds,
      inspectors,
      followsId: input.followsId,
      status: spotCheckLifecycle.first,
      machineVersion: spotCheckLifecycle.version,
      scheduledOn: input.scheduledOn,
      scheduledBy: act.actor.personId,
    });
    const row = { id, campaignId: input.campaignId, regionPath: target.regionPath };
    return spotCheckCase.begin(act, { by: "schedule", row, remark: "" });
  },
);

/** The names of the inspectors. All of them must be active inspectors of the unit that checks. */
async function inspectorsOf(act: Act, ids: Scheduled["inspectorIds"]): Promise<string[]> {
  const rows = await act.tx
    .select({ id: person.id, name: person.name })
    .from(person)
    .where(and(inArray(person.id, ids), isInspectorAt(act.actor.path)));
  return ids.map((id, place) => {
    const row = rows.find((one) => one.id === id);
    return row?.name ?? refuseAt(`inspectorIds.${place}`, "inspection.inspectorUnknown");
  });
}

/** A follow-up names a check of this unit that something must follow, by a level not above the one that checks now. */
async function refuseOtherFollowed(act: Act, input: Scheduled): Promise<void> {
  if (input.followsId === null) return;
  const [followed] = await act.tx
    .select({ level: spotCheck.level, conclusion: spotCheck.conclusion })
    .from(spotCheck)
    .where(
      and(
        eq(spotCheck.id, input.followsId),
        eq(spotCheck.campaignId, input.campaignId),
        eq(spotCheck.unitCode, input.unitCode),
        eq(spotCheck.status, "countersigned"),
        act.scope(spotCheck.regionPath),
      ),
    );
  const isOpen =
    followed !== undefined &&
    followed.conclusion !== null &&
    needsFollowing(followed.conclusion) &&
    mayFollow(input.level, followed.level);
  if (!isOpen) refuseAt("followsId", "inspection.followsOther");
}

const LETTER_OF_LEVEL = { city: "C", province: "P", ministry: "M" } as const satisfies Record<SpotCheckLevel, string>;

/** "130102-C1": unit, level, and the number of the check of that level there. */
async function nextNumber(act: Act, check: Scheduled): Promise<string> {
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
