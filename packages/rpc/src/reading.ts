import { AsyncLocalStorage } from "node:async_hooks";
import type { Ctx } from "@anji/database";

/** Who reads an answer: enough to word it, also before or without a context. */
export type Reading = Pick<Ctx, "rules" | "locale" | "requestId">;

const current = new AsyncLocalStorage<Reading>();

/** Runs a request's handling so that whatever stops it is worded for its reader. */
export function answeringTo<Answer>(reading: Reading, handling: () => Answer): Answer {
  return current.run(reading, handling);
}

export function currentReading(): Reading | null {
  return current.getStore() ?? null;
}
