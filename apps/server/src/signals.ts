import { randomUUID } from "node:crypto";
import { type HeardSignal, SIGNAL_CHANNEL, type Signals, SIGNALS_MISSED } from "@anji/database";
import { regionPath } from "@anji/kernel";
import type postgres from "postgres";
import { z } from "zod";

/** How often a server checks over the database that it still hears. */
const BEAT_MS = 1000;

const signalText = z.strictObject({
  topic: z.string(),
  subjectId: z.string(),
  regionPath: z.string().transform(regionPath),
});
const beatText = z.strictObject({ beatOf: z.string(), saidAt: z.number() });
const heardText = z.union([signalText, beatText]);

export type ServerSignals = Signals & {
  start(): Promise<void>;
  /**
   * Every signal sent before this instant has been heard. It does not advance while the connection is broken, even
   * without an error.
   */
  heardUntil(): number;
  end(): Promise<void>;
};

/**
 * Hears the signals of every server on this database over one connection and passes them to its listeners. Signals
 * during a broken connection are lost: listeners then hear `SIGNALS_MISSED` when it is back. A beat through the same
 * channel proves the connection. PostgreSQL delivers in the order of commits, so every signal before the beat is heard.
 */
export function createSignals(sql: postgres.Sql): ServerSignals {
  const server = randomUUID();
  const listeners = new Set<(signal: HeardSignal) => void>();
  let subscription: { unlisten(): Promise<void> } | null = null;
  let beats: NodeJS.Timeout | null = null;
  let heardUntil = 0;

  const say = (signal: HeardSignal) => {
    for (const listener of listeners) listener(signal);
  };
  const hear = (text: string) => {
    const heard = heardText.parse(JSON.parse(text));
    if ("topic" in heard) say(heard);
    else if (heard.beatOf === server) heardUntil = heard.saidAt;
  };
  return {
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    heardUntil: () => heardUntil,
    start: async () => {
      subscription = await sql.listen(SIGNAL_CHANNEL, hear, () => say({ topic: SIGNALS_MISSED }));
      beats = beating(() => sql.notify(SIGNAL_CHANNEL, JSON.stringify({ beatOf: server, saidAt: Date.now() })));
    },
    end: async () => {
      if (beats !== null) clearInterval(beats);
      listeners.clear();
      await subscription?.unlisten();
    },
  };
}

/** Sends one beat after the other, never two at a time, so a slow database is not asked more often. */
function beating(send: () => Promise<unknown>): NodeJS.Timeout {
  let isUnderWay = false;
  const beat = async () => {
    if (isUnderWay) return;
    isUnderWay = true;
    // A beat that is not sent is not heard either, which is enough.
    await send().catch(() => undefined);
    isUnderWay = false;
  };
  void beat();
  return setInterval(() => void beat(), BEAT_MS);
}
