import { SIGNAL_CHANNEL, type Signal, type Signals } from "@anji/database";
import { regionPath } from "@anji/kernel";
import type postgres from "postgres";
import { z } from "zod";

const signalText = z.strictObject({ topic: z.string(), subjectId: z.string(), regionPath: z.string().transform(regionPath) });

export type ServerSignals = Signals & {
  /** `onListening` is called each time the connection stands: what was said while it did not is lost. */
  start(options: { onListening: () => void }): Promise<void>;
  end(): Promise<void>;
};

/** Hears the signals of every server on this database over one connection and hands them to who listens. */
export function createSignals(sql: postgres.Sql): ServerSignals {
  const listeners = new Set<(signal: Signal) => void>();
  let subscription: { unlisten(): Promise<void> } | null = null;
  return {
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start: async ({ onListening }) => {
      const hear = (text: string) => {
        const signal = signalText.parse(JSON.parse(text));
        for (const listener of listeners) listener(signal);
      };
      subscription = await sql.listen(SIGNAL_CHANNEL, hear, onListening);
    },
    end: async () => {
      listeners.clear();
      await subscription?.unlisten();
    },
  };
}
