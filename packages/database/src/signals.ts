import type { RegionPath } from "@anji/kernel";

/** What changed, for open pages and waiting services: never the content, only where to look again. */
export type Signal = { readonly topic: string; readonly subjectId: string; readonly regionPath: RegionPath };

/** What a server says to itself alone when its line to the database stands again: anything may have been said meanwhile. */
export const SIGNALS_MISSED = "signals.missed";
export type HeardSignal = Signal | { readonly topic: typeof SIGNALS_MISSED };

/** The signals of committed acts, as they arrive. */
export type Signals = {
  /** Calls `listener` for every signal until the answer is called. */
  listen(listener: (signal: HeardSignal) => void): () => void;
};
