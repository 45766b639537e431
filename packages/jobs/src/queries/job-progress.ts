import { type ActorCtx, found, read, type Reader } from "@anji/database";
import type { Id } from "@anji/kernel";
import { and, eq } from "drizzle-orm";
import { type JobProgress, jobStatus } from "../job.ts";
import { queueOf } from "../queue.ts";
import { job } from "../tables.ts";

export async function getJob(ctx: ActorCtx, input: { jobId: Id<"job"> }): Promise<JobProgress> {
  return read(ctx, (reader) => jobProgress(reader, input.jobId));
}

/** Step: the progress of a job in the reader's area. */
export async function jobProgress(reader: Pick<Reader, "tx" | "scope">, jobId: Id<"job">): Promise<JobProgress> {
  const [row] = await reader.tx
    .select()
    .from(job)
    .where(and(eq(job.id, jobId), reader.scope(job.regionPath)));
  const { id, kind, subjectId, done, total, note, outcome } = found(row);
  const queue = await queueOf(reader.tx);
  const queued = await queue.find({ id, kind });
  const status = jobStatus({ outcome, queueState: queued?.state ?? null });
  return { id, kind, subjectId, status, done, total, note, attempt: queued?.attempt ?? 0 };
}
