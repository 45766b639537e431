import { setTimeout as pause } from "node:timers/promises";
import { FileTransferFailed, refusalOf } from "@anji/client";

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 10_000;
/** The answers of a gateway whose server does not answer. */
const GATEWAY_STATUSES: readonly number[] = [502, 503, 504];
/** The messages of fetch for a refused or broken connection. */
const BROKEN_TRANSFERS: readonly string[] = ["fetch failed", "terminated"];

/** Grows from a quarter of a second to ten, with jitter so that many workers do not return at one instant. */
export function waitMs(failures: number): number {
  const full = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failures, 10));
  return Math.round(full * (0.5 + Math.random() / 2));
}

/** Waits, or returns early once `ended` fires. */
export async function waitUnless(ended: AbortSignal, milliseconds: number): Promise<void> {
  if (ended.aborted) return;
  await pause(milliseconds, undefined, { signal: ended }).catch((cause: unknown) => {
    if (!ended.aborted) throw cause;
  });
}

/** Asks again while the server cannot be reached or is over its limits. Each such call is safe to repeat. */
export async function patiently<Answer>(ended: AbortSignal, call: () => Promise<Answer>): Promise<Answer> {
  for (let failures = 0; ; failures += 1) {
    ended.throwIfAborted();
    try {
      return await call();
    } catch (cause) {
      if (!isPassing(cause)) throw cause;
      await waitUnless(ended, waitMs(failures));
    }
  }
}

/** Whether an error may disappear soon: no answer at all, or too many requests. */
export function isPassing(cause: unknown): boolean {
  const refusal = refusalOf(cause);
  return refusal === null ? !hasAnswer(cause) : refusal.code === "tooMany";
}

// A defect of the server is an answer: the job is failed, and another attempt comes later.
function hasAnswer(cause: unknown): boolean {
  if (!(cause instanceof Error)) return true;
  if (cause.name === "TRPCClientError") return "data" in cause && typeof cause.data === "object" && cause.data !== null;
  if (cause instanceof FileTransferFailed) return !GATEWAY_STATUSES.includes(cause.httpStatus);
  return !(cause.name === "TimeoutError" || (cause instanceof TypeError && BROKEN_TRANSFERS.includes(cause.message)));
}
