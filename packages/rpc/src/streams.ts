import type { ActorCtx, Signal } from "@anji/database";
import { isWithin, refuse } from "@anji/kernel";
import { TRPCError } from "@trpc/server";
import { STREAMS_PER_PERSON_MAX } from "./limits.ts";

const openStreams = new Map<string, number>();

/** Counts the streams of a person while `stream` runs; one more than the limit is refused. */
export async function* limitedStream<Item>(ctx: ActorCtx, stream: () => AsyncIterable<Item>): AsyncGenerator<Item> {
  const { personId } = ctx.actor;
  const open = openStreams.get(personId) ?? 0;
  if (open >= STREAMS_PER_PERSON_MAX) refuse({ code: "tooMany", rule: "kernel.tooMany" });
  openStreams.set(personId, open + 1);
  try {
    yield* stream();
  } finally {
    const left = (openStreams.get(personId) ?? 1) - 1;
    if (left === 0) openStreams.delete(personId);
    else openStreams.set(personId, left);
  }
}

/** Signals waiting to be read by a slow client; past this the oldest are dropped, for a page then reloads anyway. */
const WAITING_SIGNALS_MAX = 500;

// Roles changed or the account ended: the client connects anew, and is then seen as the person is now.
function lookAgain(): TRPCError {
  return new TRPCError({ code: "SERVICE_UNAVAILABLE" });
}

/** The signals of the actor's area and of the areas above it, until `ended` fires. */
export async function* watchSignals(ctx: ActorCtx, ended: AbortSignal): AsyncGenerator<Signal> {
  const waiting: Signal[] = [];
  let wake = Promise.withResolvers<void>();
  const stop = ctx.signals.listen((signal) => {
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
      if (next?.subjectId === ctx.actor.personId) throw lookAgain();
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
