import { setTimeout as pause } from "node:timers/promises";
import type { ActorCtx } from "@anji/database";
import type { Id } from "@anji/kernel";
import { isFinished, type JobProgress } from "../job.ts";
import { getJob } from "./job-progress.ts";

const RUNNING_POLL_MS = 500;
const QUEUED_POLL_MS = 1500;

/** The progress of a job as it changes, until the job ends or the reader leaves. */
export async function* watchJob(
  ctx: ActorCtx,
  options: { jobId: Id<"job">; signal: AbortSignal | undefined },
): AsyncGenerator<JobProgress, void, undefined> {
  let shown: string | null = null;
  while (options.signal?.aborted !== true) {
    const progress = await getJob(ctx, options);
    const key = progressKey(progress);
    if (key !== shown) yield progress;
    shown = key;
    if (isFinished(progress.status)) return;
    if (await hasLeft(progress.status === "running" ? RUNNING_POLL_MS : QUEUED_POLL_MS, options.signal)) return;
  }
}

/** Names one state of a job, so that a resumed stream knows what it has seen. */
export function progressKey(progress: JobProgress): string {
  const { status, attempt, done, total } = progress;
  return `${status}-${attempt}-${done}-${total}`;
}

async function hasLeft(milliseconds: number, signal: AbortSignal | undefined): Promise<boolean> {
  try {
    await pause(milliseconds, undefined, signal === undefined ? {} : { signal });
    return false;
  } catch (cause) {
    if (signal?.aborted === true) return true;
    throw cause;
  }
}
