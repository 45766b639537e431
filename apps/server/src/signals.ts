import { type HeardSignal, SIGNAL_CHANNEL, type Signals, SIGNALS_MISSED } from "@anji/database";
import { regionPath } from "@anji/kernel";
import type postgres from "postgres";
import { z } from "zod";

const signalText = z.strictObject({
  topic: z.string(),
  subjectId: z.string(),
  regionPath: z.string().transform(regionPath),
});

export type ServerSignals = Signals & {
  start(): Promise<void>;
  end(): Promise<void>;
};

/**
 * Hears the signals of every server on this database over one connection and hands them to who listens. What was said
 * while the connection did not stand is lost, and listeners are told so once it stands again.
 */
export function createSignals(sql: postgres.Sql): ServerSignals {
  const listeners = new Set<(signal: HeardSignal) => void>();
  let subscription: { unlisten(): Promise<void> } | null = null;
  return {
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start: async () => {
      const say = (signal: HeardSignal) => {
        for (const listener of listeners) listener(signal);
      };
      const hear = (text: string) => say(signalText.parse(JSON.parse(text)));
      subscription = await sql.listen(SIGNAL_CHANNEL, hear, () => say({ topic: SIGNALS_MISSED }));
    },
    end: async () => {
      listeners.clear();
      await subscription?.unlisten();
    },
  };
}
