import type { RegionPath } from "@anji/kernel";

/** What changed, for open pages and waiting services: never the content, only where to look again. */
export type Signal = { readonly topic: string; readonly subjectId: string; readonly regionPath: RegionPath };

/** The signals of committed acts, as they arrive. */
export type Signals = {
  /** Calls `listener` for every signal until the answer is called. */
  listen(listener: (signal: Signal) => void): () => void;
};
