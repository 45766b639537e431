import { AsyncLocalStorage } from "node:async_hooks";
import type { Ctx } from "@anji/database";

/** The reader of an answer: enough to word it, also before there is a context. */
export type Reading = Pick<Ctx, "rules" | "locale" | "requestId">;

const current = new AsyncLocalStorage<Reading>();

/** Handles a request so that every error is worded for its reader. */
export function answeringTo<Answer>(reading: Reading, handling: () => Answer): Answer {
  return current.run(reading, handling);
}

export function currentReading(): Reading | null {
  return current.getStore() ?? null;
}
