import type { CampaignPlan } from "@anji/campaign";
import { campaignOf } from "@anji/campaign/queries";
import { type ActorCtx, read, type Reader } from "@anji/database";
import { placeName } from "@anji/jurisdictions";
import { dayOf, type Id, type WorkGroup, type WorkItem, whyNotAllowed } from "@anji/kernel";
import { and, desc, eq, inArray, ne, or, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import type { FindingFacts } from "../finding.ts";
import type { findingsWorkInput } from "../finding.inputs.ts";
import { needsReferral, type NextEvent, nextEvents, whyNot } from "../finding.policy.ts";
import { findingRecords, type FindingRecord } from "../finding-rows.ts";
import { findingsPermissions } from "../permissions.ts";
import { finding, findingEvent } from "../tables.ts";

const ITEMS_MAX = 200;

const GROUP_OF_EVENT = {
  amend: "fill",
  classify: "review",
  planRectification: "rectify",
  recordSettlement: "rectify",
  attachEvidence: "rectify",
  reportRectified: "rectify",
  close: "approve",
} as const satisfies Record<NextEvent, WorkGroup>;

/** What waits for this person at the responsible level: to correct, classify, plan, rectify, accept. */
export async function myFindingsWork(ctx: ActorCtx, input: z.output<typeof findingsWorkInput>): Promise<WorkItem[]> {
  return read(ctx, async (reader) => {
    const { phase, plan } = await campaignOf(reader, input.campaignId);
    const rows = await findingRecords(reader)
      .where(
        and(
          eq(finding.campaignId, input.campaignId),
          eq(finding.responsibleLevel, reader.actor.level),
          ne(finding.status, "closed"),
          reader.scope(finding.regionPath),
          waitingFor(reader),
        ),
      )
      .orderBy(desc(finding.isReturned), sql`${finding.dueOn} asc nulls last`, finding.id)
      .limit(ITEMS_MAX);
    const waiting = rows.flatMap(({ record, ...names }) => {
      const subject = factsForWork(record, plan);
      const [event] = nextEvents(subject);
      if (event === undefined || whyNot({ subject, event, actor: ctx.actor, campaign: { phase } }) !== null) return [];
      return [{ record, unitName: placeName(names, ctx.actor), event }];
    });
    const remarks = await lastRemarks(
      reader,
      waiting.map((one) => one.record.id),
    );
    return waiting.map((one) => itemOf({ ...one, lastRemark: remarks.get(one.record.id) ?? null }));
  });
}

/**
 * The statuses that this person's roles can move. A finding reported by the person does not wait for the same person.
 */
function waitingFor(reader: Reader): SQL | undefined {
  const { actor } = reader;
  const may = (event: NextEvent) => whyNotAllowed(findingsPermissions[event], actor) === null;
  const conditions = [
    may("amend") ? and(eq(finding.status, "registered"), eq(finding.isReturned, true)) : undefined,
    may("classify") ? and(eq(finding.status, "registered"), eq(finding.isReturned, false)) : undefined,
    may("planRectification") ? inArray(finding.status, ["classified", "rectifying"]) : undefined,
    may("close")
      ? and(
          eq(finding.status, "awaitingAcceptance"),
          ne(finding.reportedBy, actor.personId),
          ne(finding.registeredBy, actor.personId),
        )
      : undefined,
  ].filter((one) => one !== undefined);
  return conditions.length === 0 ? sql`false` : or(...conditions);
}

// A finding with missing documents is in the list too: attaching them is the work.
function factsForWork(record: FindingRecord, plan: CampaignPlan): FindingFacts {
  const { nature, kind } = record;
  return { ...record, missingEvidence: [], needsReferral: needsReferral(plan, { nature, kinds: [kind] }) };
}

type Remark = { by: string; on: string; text: string };

async function lastRemarks(reader: Reader, ids: readonly Id<"finding">[]): Promise<Map<string, Remark>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.tx
    .selectDistinctOn([findingEvent.subjectId], {
      id: findingEvent.subjectId,
      by: findingEvent.byName,
      at: findingEvent.at,
      text: findingEvent.remark,
    })
    .from(findingEvent)
    .where(and(inArray(findingEvent.subjectId, [...ids]), ne(findingEvent.remark, "")))
    .orderBy(findingEvent.subjectId, desc(findingEvent.seq))
    .limit(ITEMS_MAX);
  return new Map(rows.map((row): [string, Remark] => [row.id, { by: row.by, on: dayOf(row.at), text: row.text }]));
}

function itemOf(one: {
  record: FindingRecord;
  unitName: string;
  event: NextEvent;
  lastRemark: Remark | null;
}): WorkItem {
  const { record, event } = one;
  const verb = findingsPermissions[event].key;
  return {
    key: `${verb}:${record.id}`,
    group: GROUP_OF_EVENT[event],
    verb,
    subject: { kind: "finding", id: record.id },
    number: record.number,
    unitCode: record.unitCode,
    unitName: one.unitName,
    title: record.summary,
    amountFen: record.foundFen.toString(),
    lastRemark: one.lastRemark,
    isReturned: record.isReturned,
    dueOn: record.dueOn,
  };
}
