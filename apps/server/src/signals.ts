import { randomUUID } from "node:crypto";
import { type HeardSignal, SIGNAL_CHANNEL, type Signals, SIGNALS_MISSED } from "@anji/database";
import { regionPath } from "@anji/kernel";
import type postgres from "postgres";
import { z } from "zod";

/** How often a server asks itself over the database whether it still hears. */
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
  /** Every signal said before this instant has been heard. It stays behind while the line is down, even silently. */
  heardUntil(): number;
  end(): Promise<void>;
};

/**
 * Hears the signals of every server on this database over one connection and passes them to its listeners. What was
 * said while the connection was down is lost: listeners hear `SIGNALS_MISSED` once it is back. A beat through the same
 * channel shows that the line is up: PostgreSQL delivers in the order of commits, so all before the beat is heard.
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

/** Sends one beat after the other, never two at a time: a database that is slow is not asked more often. */
function beating(send: () => Promise<unknown>): NodeJS.Timeout {
  let isUnderWay = false;
  const beat = async () => {
    if (isUnderWay) return;
    isUnderWay = true;
    // A beat that is not sent is not heard either, and that is all it has to say.
    await send().catch(() => undefined);
    isUnderWay = false;
  };
  void beat();
  return setInterval(() => void beat(), BEAT_MS);
}
