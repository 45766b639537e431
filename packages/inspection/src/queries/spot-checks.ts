import type { Conclusion } from "@anji/campaign";
import { campaignOf, type CampaignRow } from "@anji/campaign/queries";
import { type Act, type ActorCtx, found, type Page, pageOf, read, type Reader, within } from "@anji/database";
import { placeName } from "@anji/jurisdictions";
import { cityNameOf, unitInScope } from "@anji/jurisdictions/queries";
import { unit } from "@anji/jurisdictions/tables";
import { type Id, refusal, type Refusal, whyNotAllowed } from "@anji/kernel";
import { type WireRefusal, wireRefusal } from "@anji/rpc";
import { and, desc, eq, lt, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { z } from "zod";
import { needsFollowing } from "../conclusions.ts";
import { inspectionPermissions } from "../permissions.ts";
import type { getSpotCheckInput, listSpotChecksInput } from "../inputs.ts";
import {
  FORWARD_EVENTS,
  type SpotCheckEvent,
  spotCheckLifecycle,
  type SpotCheckStatus,
} from "../spot-check.lifecycle.ts";
import { type SpotCheckLevel, whyNot, whyNotLevel, whyNotOwnUnit } from "../spot-check.ts";
import { spotCheck, spotCheckScore } from "../tables.ts";
import { type SpotCheckEventAnswer, eventsOf, type ScoreAnswer, scoresOf } from "./spot-check-trail.ts";

export type SpotCheckRow = typeof spotCheck.$inferSelect;

export type SpotCheckAnswer = {
  id: Id<"spotCheck">;
  number: string;
  level: SpotCheckLevel;
  unitCode: string;
  unitName: string;
  status: SpotCheckStatus;
  inspectors: string[];
  scheduledOn: string;
  begunOn: string | null;
  visitedOn: string[] | null;
  completedOn: string | null;
  /** The check whose conclusion this one follows. */
  followsId: Id<"spotCheck"> | null;
  followsNumber: string | null;
  /** 0 to 100; null before the marks are given, and after they are returned. */
  score: number | null;
  conclusion: Conclusion | null;
  remark: string | null;
  completedBy: string | null;
  countersignedBy: string | null;
  countersignedAt: string | null;
  version: number;
};

export type SpotCheckDetail = SpotCheckAnswer & {
  campaignId: string;
  scores: ScoreAnswer[];
  events: SpotCheckEventAnswer[];
  /** Why the actor cannot schedule a follow-up of it; null when that is open. */
  whyNotFollow: WireRefusal | null;
  acts: { verb: SpotCheckEvent; whyNot: WireRefusal | null; isPrimary: boolean }[];
};

/** Spot checks of the actor's area, the latest scheduled first. */
export async function listSpotChecks(
  ctx: ActorCtx,
  input: z.output<typeof listSpotChecksInput>,
): Promise<Page<SpotCheckAnswer>> {
  return read(ctx, async (reader) => {
    const narrowed = input.unitCode === null ? null : await unitInScope(reader, input.unitCode);
    const rows = await answers(reader)
      .where(
        and(
          eq(spotCheck.campaignId, input.campaignId),
          reader.scope(spotCheck.regionPath),
          narrowed === null ? undefined : within(spotCheck.regionPath, narrowed.regionPath),
          input.level === null ? undefined : eq(spotCheck.level, input.level),
          input.status === null ? undefined : eq(spotCheck.status, input.status),
          input.cursor === null ? undefined : lt(spotCheck.id, input.cursor),
        ),
      )
      .orderBy(desc(spotCheck.id))
      .limit(input.limit + 1);
    return pageOf(
      rows.map((row) => answerOf(row, reader)),
      { limit: input.limit, cursorOf: (last) => last.id },
    );
  });
}

/** One check with its scores, its history and what may be done next. */
export async function getSpotCheck(ctx: ActorCtx, input: z.output<typeof getSpotCheckInput>): Promise<SpotCheckDetail> {
  return read(ctx, async (reader) => {
    const rows = await answers(reader).where(and(eq(spotCheck.id, input.id), reader.scope(spotCheck.regionPath)));
    const row = found(rows[0]);
    const campaign = await campaignOf(reader, row.check.campaignId);
    const notFollowable = whyNotFollow(row.check, { actor: reader.actor, campaign });
    return {
      ...answerOf(row, reader),
      whyNotFollow: notFollowable === null ? null : wireRefusal(notFollowable, ctx),
      campaignId: row.check.campaignId,
      scores: await scoresOf(reader, row.check),
      events: await eventsOf(reader, row.check.id),
      acts: spotCheckLifecycle.events.map((event) => {
        const reason = whyNot({ subject: row.check, event, actor: reader.actor, campaign });
        return {
          verb: event,
          whyNot: reason === null ? null : wireRefusal(reason, ctx),
          isPrimary: isForward(event) && spotCheckLifecycle.isOpen(row.check.status, event),
        };
      }),
    };
  });
}

function whyNotFollow(
  check: SpotCheckRow,
  { actor, campaign }: { actor: Reader["actor"]; campaign: CampaignRow },
): Refusal | null {
  const isBelow = check.status === "countersigned" && check.conclusion !== null && needsFollowing(check.conclusion);
  return (
    whyNotAllowed(inspectionPermissions.schedule, actor) ??
    whyNotLevel(check.level, actor) ??
    whyNotOwnUnit(check.regionPath, actor) ??
    spotCheckLifecycle.whyNotPhase("schedule", campaign) ??
    (isBelow ? null : refusal({ code: "precondition", rule: "inspection.followsOther" }))
  );
}

function isForward(event: SpotCheckEvent): boolean {
  return FORWARD_EVENTS.some((one) => one === event);
}

/** Step: the summary of one check, as every verb answers it. */
export async function checkAnswer(
  act: Pick<Act, "tx" | "scope" | "actor">,
  id: Id<"spotCheck">,
): Promise<SpotCheckAnswer> {
  const rows = await answers(act).where(and(eq(spotCheck.id, id), act.scope(spotCheck.regionPath)));
  return answerOf(found(rows[0]), act);
}

const followed = alias(spotCheck, "followed");

function answers(reader: Pick<Reader, "tx">) {
  const scores = reader.tx
    .select({ total: sql<number>`sum(${spotCheckScore.score})::int` })
    .from(spotCheckScore)
    .where(and(eq(spotCheckScore.spotCheckId, spotCheck.id), eq(spotCheckScore.round, spotCheck.round)));
  return reader.tx
    .select({
      check: spotCheck,
      unitName: unit.name,
      cityName: cityNameOf(spotCheck.regionPath),
      followsNumber: followed.number,
      scoreSum: sql<number | null>`(${scores})`,
    })
    .from(spotCheck)
    .leftJoin(followed, eq(followed.id, spotCheck.followsId))
    .innerJoin(unit, eq(unit.code, spotCheck.unitCode))
    .$dynamic();
}

type Answered = {
  check: SpotCheckRow;
  unitName: string;
  cityName: string;
  followsNumber: string | null;
  scoreSum: number | null;
};

function answerOf(row: Answered, reader: Pick<Reader, "actor">): SpotCheckAnswer {
  const { check } = row;
  return {
    id: check.id,
    number: check.number,
    level: check.level,
    unitCode: check.unitCode,
    unitName: placeName(row, reader.actor),
    status: check.status,
    inspectors: check.inspectors,
    scheduledOn: check.scheduledOn,
    begunOn: check.begunOn,
    visitedOn: check.visitedOn,
    followsId: check.followsId,
    followsNumber: row.followsNumber,
    completedOn: check.completedOn,
    score: row.scoreSum === null || check.conclusion === null ? null : row.scoreSum,
    conclusion: check.conclusion,
    remark: check.remark,
    completedBy: check.completedByName,
    countersignedBy: check.countersignedByName,
    countersignedAt: check.countersignedAt?.toISOString() ?? null,
    version: check.version,
  };
}
