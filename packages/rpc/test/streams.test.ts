import { connect, type ActorCtx, diskFileStore, type HeardSignal, SIGNALS_MISSED } from "@anji/database";
import { type Actor, kernelRules, regionPath } from "@anji/kernel";
import { anActor, expectRefused } from "@anji/kernel/testing";
import { TRPCError } from "@trpc/server";
import { describe, expect, it } from "vitest";
import { limitedStream, SESSIONS_ENDED } from "../src/index.ts";
import { watchSignals } from "../src/streams.ts";

/** Signals as a server hears them, spoken by the test. */
function speaker() {
  const listeners = new Set<(signal: HeardSignal) => void>();
  return {
    listeners,
    say: (path: string, subjectId: string) => {
      for (const listener of listeners) listener({ topic: "test.said", subjectId, regionPath: regionPath(path) });
    },
    listen: (listener: (signal: HeardSignal) => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

// Streams ask the context for its actor and its signals only; the database behind it is never opened.
function ctxOf(actor: Actor, signals: ReturnType<typeof speaker>): ActorCtx {
  return {
    db: connect({ url: "postgres://nobody@127.0.0.1:9/none", connections: 1, applicationName: "test" }).db,
    actor,
    clock: { now: () => new Date(0) },
    files: diskFileStore("/nonexistent"),
    signals,
    locale: "en",
    requestId: "test",
    rules: kernelRules,
    filtersByScope: true,
  };
}

async function* forever(ended: Promise<void>): AsyncGenerator<number> {
  yield 1;
  await ended;
}

describe("streams of one person", () => {
  it("are at most three, and one that ends makes room", async () => {
    const ctx = ctxOf(anActor({ unitCode: "130100", roles: ["clerk"] }), speaker());
    const end = Promise.withResolvers<void>();
    const open = [1, 2, 3].map(() => limitedStream(ctx, { signal: undefined, stream: () => forever(end.promise) }));
    for (const stream of open) expect(await stream.next()).toEqual({ value: 1, done: false });
    const fourth = limitedStream(ctx, { signal: undefined, stream: () => forever(end.promise) });
    await expectRefused(fourth.next(), "kernel.tooMany");
    const colleague = ctxOf(anActor({ unitCode: "130100", roles: ["clerk"] }), speaker());
    expect(await limitedStream(colleague, { signal: undefined, stream: () => forever(end.promise) }).next()).toEqual({
      value: 1,
      done: false,
    });
    await open[0]?.return(undefined);
    expect(await limitedStream(ctx, { signal: undefined, stream: () => forever(end.promise) }).next()).toEqual({
      value: 1,
      done: false,
    });
    end.resolve();
  });
});

describe("a stream of somebody whose account changes", () => {
  async function* untilEnded(ended: AbortSignal): AsyncGenerator<string> {
    yield "first";
    await new Promise((resolve) => ended.addEventListener("abort", resolve));
  }

  it("ends in a way the client takes for a reason to connect again, whatever it tells of", async () => {
    const signals = speaker();
    const ctx = ctxOf(anActor({ unitCode: "130100", roles: ["clerk"] }), signals);
    const stream = limitedStream(ctx, { signal: undefined, stream: untilEnded });
    expect(await stream.next()).toEqual({ value: "first", done: false });
    const next = stream.next().catch((error: unknown) => error);
    signals.say("13.01", "somebody else");
    signals.say("13.01", ctx.actor.personId);
    const ended = await next;
    expect(ended instanceof TRPCError && ended.code).toBe("SERVICE_UNAVAILABLE");
    expect(signals.listeners.size).toBe(0);
  });

  it("ends so as well when signals were missed, for one of them may have been about the person", async () => {
    const signals = speaker();
    const stream = limitedStream(ctxOf(anActor({ unitCode: "130100", roles: ["clerk"] }), signals), {
      signal: undefined,
      stream: untilEnded,
    });
    await stream.next();
    const next = stream.next().catch((error: unknown) => error);
    for (const listener of signals.listeners) listener({ topic: SIGNALS_MISSED });
    const ended = await next;
    expect(ended instanceof TRPCError && ended.code).toBe("SERVICE_UNAVAILABLE");
  });

  it("does not begin when the account changed after the actor was found", async () => {
    const ctx = ctxOf(anActor({ unitCode: "130100", roles: ["clerk"] }), speaker());
    const stream = limitedStream({ ...ctx, isActorCurrent: () => false }, { signal: undefined, stream: untilEnded });
    const ended = await stream.next().catch((error: unknown) => error);
    expect(ended instanceof TRPCError && ended.code).toBe("SERVICE_UNAVAILABLE");
  });

  it.each([
    ["while it is open", 50],
    ["before it began", -1],
  ])("ends with the session it was opened by: %s", async (_, leftMs) => {
    const signals = speaker();
    const ctx = {
      ...ctxOf(anActor({ unitCode: "130100", roles: ["clerk"] }), signals),
      actorUntil: Date.now() + leftMs,
    };
    const stream = limitedStream(ctx, { signal: undefined, stream: untilEnded });
    await stream.next();
    const ended = await stream.next().catch((error: unknown) => error);
    expect(ended instanceof TRPCError && ended.code).toBe("SERVICE_UNAVAILABLE");
    expect(signals.listeners.size).toBe(0);
  });

  it("ends silently when the reader leaves", async () => {
    const signals = speaker();
    const left = new AbortController();
    const stream = limitedStream(ctxOf(anActor({ unitCode: "130100", roles: ["clerk"] }), signals), {
      signal: left.signal,
      stream: untilEnded,
    });
    await stream.next();
    const next = stream.next();
    left.abort();
    expect(await next).toEqual({ value: undefined, done: true });
    expect(signals.listeners.size).toBe(0);
  });
});

describe("the signals a person hears", () => {
  it("are those of the own area and of the areas above it, none of a neighbour's", async () => {
    const signals = speaker();
    const ended = new AbortController();
    const stream = watchSignals(ctxOf(anActor({ unitCode: "130100", roles: ["clerk"] }), signals), ended.signal);
    const first = stream.next();
    for (const [path, id] of [
      ["13.02", "neighbour"],
      ["13.01.02", "below"],
      ["13.02.02", "elsewhere"],
      ["13", "above"],
      ["13.01", "own"],
    ] as const) {
      signals.say(path, id);
    }
    const heard = [
      (await first).value?.subjectId,
      (await stream.next()).value?.subjectId,
      (await stream.next()).value?.subjectId,
    ];
    expect(heard).toEqual(["below", "above", "own"]);
    const last = stream.next();
    ended.abort();
    expect(await last).toEqual({ value: undefined, done: true });
    expect(signals.listeners.size).toBe(0);
  });

  it("are none of the sessions that end: they are for servers", async () => {
    const signals = speaker();
    const ended = new AbortController();
    const stream = watchSignals(ctxOf(anActor({ unitCode: "130100", roles: ["clerk"] }), signals), ended.signal);
    const first = stream.next();
    for (const listener of signals.listeners)
      listener({ topic: SESSIONS_ENDED, subjectId: "colleague", regionPath: regionPath("13.01") });
    signals.say("13.01", "own");
    expect((await first).value?.subjectId).toBe("own");
    ended.abort();
  });

  it("are the newest five hundred when the reader is slow", async () => {
    const signals = speaker();
    const ended = new AbortController();
    const stream = watchSignals(ctxOf(anActor({ unitCode: "130000", roles: ["clerk"] }), signals), ended.signal);
    const first = stream.next();
    for (let number = 1; number <= 600; number += 1) signals.say("13.01", String(number));
    expect((await first).value?.subjectId).toBe("101");
    ended.abort();
  });
});
