import { type ActorCtx, type HeardSignal, type Signal, SIGNALS_MISSED } from "@anji/database";
import { isWithin, refuse } from "@anji/kernel";
import { TRPCError } from "@trpc/server";
import { STREAMS_PER_PERSON_MAX } from "./limits.ts";

const openStreams = new Map<string, number>();

const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** The signal that sessions of a person have ended: their streams end too. No page is refreshed by it. */
export const SESSIONS_ENDED = "sessions.ended";

/**
 * Counts the streams of a person while one runs; one more than the limit is refused. A signal about the person ends the
 * stream (other roles, a closed account, an ended session). The client connects again and gets the person's present
 * rights. A gap in the signals ends it too, since nobody knows what was missed. After connecting again the client reads
 * everything again.
 */
export async function* limitedStream<Item>(
  ctx: ActorCtx,
  options: { signal: AbortSignal | undefined; stream: (ended: AbortSignal) => AsyncIterable<Item> },
): AsyncGenerator<Item> {
  const { personId } = ctx.actor;
  const open = openStreams.get(personId) ?? 0;
  if (open >= STREAMS_PER_PERSON_MAX) refuse({ code: "tooMany", rule: "kernel.tooMany" });
  openStreams.set(personId, open + 1);
  const changed = new AbortController();
  const stop = ctx.signals.listen((signal) => {
    if (isMissed(signal) || signal.subjectId === personId) changed.abort();
  });
  // A stream ends with the session that opened it; a client with a longer session opens it again.
  const over =
    ctx.actorUntil === undefined
      ? undefined
      : setTimeout(() => changed.abort(), Math.min(Math.max(ctx.actorUntil - Date.now(), 0), LONGEST_TIMER_MS));
  try {
    // A signal about the person between the look-up of the actor and this line was missed here.
    if (ctx.isActorCurrent?.() === false) throw lookAgain();
    yield* options.stream(
      options.signal === undefined ? changed.signal : AbortSignal.any([options.signal, changed.signal]),
    );
    if (changed.signal.aborted) throw lookAgain();
  } finally {
    clearTimeout(over);
    stop();
    const left = (openStreams.get(personId) ?? 1) - 1;
    if (left === 0) openStreams.delete(personId);
    else openStreams.set(personId, left);
  }
}

function isMissed(signal: HeardSignal): signal is { readonly topic: typeof SIGNALS_MISSED } {
  return signal.topic === SIGNALS_MISSED;
}

// A code the client takes as a reason to connect again.
function lookAgain(): TRPCError {
  return new TRPCError({ code: "SERVICE_UNAVAILABLE" });
}

/** Signals that wait for a slow client. Beyond this number the oldest are dropped; the page then reloads. */
const WAITING_SIGNALS_MAX = 500;

/** The signals of the actor's area and of the areas above it, until `ended` fires. */
export async function* watchSignals(ctx: ActorCtx, ended: AbortSignal): AsyncGenerator<Signal> {
  const waiting: Signal[] = [];
  let wake = Promise.withResolvers<void>();
  const stop = ctx.signals.listen((signal) => {
    if (isMissed(signal) || signal.topic === SESSIONS_ENDED) return;
    if (!isWithin(signal.regionPath, ctx.actor.path) && !isWithin(ctx.actor.path, signal.regionPath)) return;
    if (waiting.length >= WAITING_SIGNALS_MAX) waiting.shift();
    waiting.push(signal);
    wake.resolve();
  });
  const onEnd = () => wake.resolve();
  ended.addEventListener("abort", onEnd);
  try {
    while (!ended.aborted) {
      const next = waiting.shift();
      if (next !== undefined) {
        yield next;
      } else {
        await wake.promise;
        wake = Promise.withResolvers<void>();
      }
    }
  } finally {
    stop();
    ended.removeEventListener("abort", onEnd);
  }
}
