import { type Reader, trailEntry, type TrailEntry } from "@anji/database";
import type { Id } from "@anji/kernel";
import { and, asc, eq } from "drizzle-orm";
import { SPOT_CHECK_QUESTIONS, type SpotCheckQuestion } from "@anji/campaign";
import type { SpotCheckStatus } from "../spot-check.lifecycle.ts";
import { spotCheckEvent, spotCheckScore } from "../tables.ts";

export type ScoreAnswer = { question: SpotCheckQuestion; score: number; remark: string };
export type SpotCheckEventAnswer = TrailEntry<string, SpotCheckStatus>;

/** Far more events than a check can have, even with some returns. */
const EVENTS_MAX = 200;

/** The scores recorded last; for a returned check, the returned ones. */
export async function scoresOf(
  reader: Pick<Reader, "tx">,
  check: { id: Id<"spotCheck">; round: number },
): Promise<ScoreAnswer[]> {
  const rows = await reader.tx
    .select({ question: spotCheckScore.question, score: spotCheckScore.score, remark: spotCheckScore.remark })
    .from(spotCheckScore)
    .where(and(eq(spotCheckScore.spotCheckId, check.id), eq(spotCheckScore.round, check.round)))
    .limit(SPOT_CHECK_QUESTIONS.length);
  return rows.toSorted((a, b) => SPOT_CHECK_QUESTIONS.indexOf(a.question) - SPOT_CHECK_QUESTIONS.indexOf(b.question));
}

export async function eventsOf(reader: Pick<Reader, "tx">, id: Id<"spotCheck">): Promise<SpotCheckEventAnswer[]> {
  const rows = await reader.tx
    .select()
    .from(spotCheckEvent)
    .where(eq(spotCheckEvent.subjectId, id))
    .orderBy(asc(spotCheckEvent.seq))
    .limit(EVENTS_MAX);
  return rows.map(trailEntry);
}
