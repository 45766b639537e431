import type { RegionPath } from "@anji/kernel";

/** What changed, for open pages and waiting services: never the content, only where to look again. */
export type Signal = { readonly topic: string; readonly subjectId: string; readonly regionPath: RegionPath };

/** A server's signal to itself when its connection to the database is back: it may have missed any signal. */
export const SIGNALS_MISSED = "signals.missed";
export type HeardSignal = Signal | { readonly topic: typeof SIGNALS_MISSED };

/** The signals of committed acts, as they arrive. */
export type Signals = {
  /** Calls `listener` for every signal until the returned function is called. */
  listen(listener: (signal: HeardSignal) => void): () => void;
};
