import type { CampaignRow } from "@anji/campaign/queries";
import type { Reader } from "@anji/database";
import { placeName } from "@anji/jurisdictions";
import { cityNameOf } from "@anji/jurisdictions/queries";
import { unit } from "@anji/jurisdictions/tables";
import { whyNotAllowed, type WorkItem } from "@anji/kernel";
import { and, eq, inArray, notInArray } from "drizzle-orm";
import { notFollowed } from "../conclusions.ts";
import { inspectionPermissions } from "../permissions.ts";
import { spotCheckLifecycle } from "../spot-check.lifecycle.ts";
import { whyNotLevel } from "../spot-check.ts";
import { spotCheck } from "../tables.ts";
import { concludedChecks } from "./concluded-checks.ts";

/** Step: the units this person's level found below 合格, for which no follow-up is scheduled yet. */
export async function followUpWork(reader: Reader, campaign: CampaignRow): Promise<WorkItem[]> {
  const { actor } = reader;
  const isClosed =
    whyNotAllowed(inspectionPermissions.schedule, actor) ?? spotCheckLifecycle.whyNotPhase("schedule", campaign);
  if (isClosed !== null) return [];
  const concluded = await concludedChecks(reader, { campaignId: campaign.id, path: actor.path });
  const ids = notFollowed(concluded)
    .filter((check) => whyNotLevel(check.level, actor) === null)
    .map((check) => check.id);
  if (ids.length === 0) return [];
  const planned = await reader.tx
    .select({ followsId: spotCheck.followsId })
    .from(spotCheck)
    .where(and(inArray(spotCheck.followsId, ids), notInArray(spotCheck.status, ["countersigned", "cancelled"])));
  const rows = await reader.tx
    .select({ check: spotCheck, unitName: unit.name, cityName: cityNameOf(spotCheck.regionPath) })
    .from(spotCheck)
    .innerJoin(unit, eq(unit.code, spotCheck.unitCode))
    .where(inArray(spotCheck.id, ids));
  return rows
    .filter(({ check }) => !planned.some((one) => one.followsId === check.id))
    .map(({ check, ...names }) => ({
      key: `${inspectionPermissions.schedule.key}:${check.id}`,
      group: "fill",
      verb: inspectionPermissions.schedule.key,
      subject: { kind: "spotCheck", id: check.id },
      number: check.number,
      unitCode: check.unitCode,
      unitName: placeName(names, actor),
      title: check.inspectors.join("、"),
      amountFen: null,
      lastRemark: null,
      isReturned: false,
      dueOn: null,
    }));
}
