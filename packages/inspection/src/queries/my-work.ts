import { campaignOf } from "@anji/campaign/queries";
import { type ActorCtx, read } from "@anji/database";
import { placeName } from "@anji/jurisdictions";
import { cityNameOf } from "@anji/jurisdictions/queries";
import { unit } from "@anji/jurisdictions/tables";
import { dayOf, type WorkItem } from "@anji/kernel";
import { and, asc, eq, notInArray } from "drizzle-orm";
import type { z } from "zod";
import type { inspectionWorkInput } from "../inputs.ts";
import { FORWARD_EVENTS, type ForwardEvent } from "../spot-check.lifecycle.ts";
import { followUpWork } from "./follow-up-work.ts";
import { inspectionPermissions } from "../permissions.ts";
import { whyNot } from "../spot-check.ts";
import { spotCheck, spotCheckEvent } from "../tables.ts";

const ITEMS_MAX = 200;

const GROUP_OF_EVENT = { begin: "fill", complete: "fill", countersign: "sign" } as const satisfies Record<
  ForwardEvent,
  WorkItem["group"]
>;

/** The checks that wait for this person: to begin, to record, to countersign, and to follow up. */
export async function myInspectionWork(
  ctx: ActorCtx,
  input: z.output<typeof inspectionWorkInput>,
): Promise<WorkItem[]> {
  return read(ctx, async (reader) => {
    const campaign = await campaignOf(reader, input.campaignId);
    const rows = await reader.tx
      .select({
        check: spotCheck,
        unitName: unit.name,
        cityName: cityNameOf(spotCheck.regionPath),
        lastEvent: spotCheckEvent,
      })
      .from(spotCheck)
      .innerJoin(unit, eq(unit.code, spotCheck.unitCode))
      .innerJoin(
        spotCheckEvent,
        and(eq(spotCheckEvent.subjectId, spotCheck.id), eq(spotCheckEvent.seq, spotCheck.version)),
      )
      .where(
        and(
          eq(spotCheck.campaignId, input.campaignId),
          notInArray(spotCheck.status, ["countersigned", "cancelled"]),
          reader.scope(spotCheck.regionPath),
        ),
      )
      .orderBy(asc(spotCheck.scheduledOn), asc(spotCheck.id))
      .limit(ITEMS_MAX);
    const checks = rows.flatMap(({ check, lastEvent, ...names }) => {
      const event = FORWARD_EVENTS.find(
        (one) => whyNot({ subject: check, event: one, actor: reader.actor, campaign }) === null,
      );
      if (event === undefined) return [];
      const isReturned = lastEvent.event === "return";
      return [
        {
          key: `${inspectionPermissions[event].key}:${check.id}`,
          group: GROUP_OF_EVENT[event],
          verb: inspectionPermissions[event].key,
          subject: { kind: "spotCheck", id: check.id },
          number: check.number,
          unitCode: check.unitCode,
          unitName: placeName(names, reader.actor),
          title: check.inspectors.join("、"),
          amountFen: null,
          lastRemark: isReturned ? { by: lastEvent.byName, on: dayOf(lastEvent.at), text: lastEvent.remark } : null,
          isReturned,
          dueOn: event === "begin" ? check.scheduledOn : null,
        } satisfies WorkItem,
      ];
    });
    return [...checks, ...(await followUpWork(reader, campaign))];
  });
}
