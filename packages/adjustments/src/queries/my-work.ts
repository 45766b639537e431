import { type ActorCtx, read } from "@anji/database";
import { placeName } from "@anji/jurisdictions";
import { dayOf, type Id, type WorkItem, whyNotAllowed } from "@anji/kernel";
import { and, asc, eq, inArray, isNull, ne, or } from "drizzle-orm";
import { adjustmentsPermissions } from "../permissions.ts";
import { adjustment } from "../tables.ts";
import { type AdjustmentRecord, adjustmentRows } from "./adjustment-rows.ts";

const ITEMS_MAX = 200;

/** Requests that wait for this person's decision, and decisions that the applicant has not read. */
export async function myAdjustmentsWork(ctx: ActorCtx, input: { campaignId: Id<"campaign"> }): Promise<WorkItem[]> {
  return read(ctx, async (reader) => {
    const { actor } = reader;
    const mayDecide = whyNotAllowed(adjustmentsPermissions.grant, actor) === null;
    const rows = await adjustmentRows(reader)
      .where(
        and(
          eq(adjustment.campaignId, input.campaignId),
          reader.scope(adjustment.regionPath),
          or(
            mayDecide
              ? and(
                  eq(adjustment.status, "requested"),
                  eq(adjustment.decidingLevel, actor.level),
                  ne(adjustment.requestedBy, actor.personId),
                  ne(adjustment.registeredBy, actor.personId),
                  or(isNull(adjustment.classifiedBy), ne(adjustment.classifiedBy, actor.personId)),
                )
              : undefined,
            and(
              inArray(adjustment.status, ["granted", "declined"]),
              eq(adjustment.requestedBy, actor.personId),
              isNull(adjustment.acknowledgedAt),
            ),
          ),
        ),
      )
      .orderBy(asc(adjustment.id))
      .limit(ITEMS_MAX);
    return rows.map((row) => itemOf(row, ctx));
  });
}

function itemOf(row: AdjustmentRecord, { actor }: ActorCtx): WorkItem {
  const waits = row.status === "requested";
  const verb = (waits ? adjustmentsPermissions.grant : adjustmentsPermissions.acknowledge).key;
  return {
    key: `${verb}:${row.id}`,
    group: waits ? "approve" : "review",
    verb,
    subject: { kind: "adjustment", id: row.findingId },
    number: row.number,
    unitCode: row.unitCode,
    unitName: placeName({ unitName: row.unitName, cityName: row.cityName }, actor),
    title: row.summary,
    amountFen: row.foundFen,
    lastRemark: waits
      ? { by: row.requestedByName, on: dayOf(row.requestedAt), text: row.reason }
      : { by: row.decidedByName ?? "", on: dayOf(row.decidedAt ?? row.requestedAt), text: row.decision ?? "" },
    isReturned: row.status === "declined",
    dueOn: null,
  };
}
