import { type Act, verb } from "@anji/database";
import { eq } from "drizzle-orm";
import { type FailInput, failInput } from "../inputs.ts";
import { type JobStatus, jobStatus } from "../job.ts";
import { jobsPermissions } from "../permissions.ts";
import { type Attempt, type Queue, queueOf } from "../queue.ts";
import { job } from "../tables.ts";
import { jobOf, refuseUnlessHeld } from "./held-job.ts";

export type FailedJob = { id: string; status: JobStatus };

/** A refusal ends the job at once; any other failure sends it back with a delay until its attempts are used up. */
export const failJob = verb({ permission: jobsPermissions.fail, input: failInput }, fail);

async function fail(act: Act, input: FailInput) {
  const row = await jobOf(act, input.jobId);
  const queue = await queueOf(act.tx);
  const attempt: Attempt = { id: row.id, kind: row.kind, attempt: input.attempt };
  refuseUnlessHeld(input.isRefusal ? await queue.cancel(attempt) : await queue.fail(attempt), row);
  const ending = input.isRefusal
    ? { outcome: "refused" as const, finishedAt: act.now }
    : { outcome: null, finishedAt: null };
  await act.tx
    .update(job)
    .set({ ...ending, note: input.message })
    .where(eq(job.id, row.id));
  const { regionPath, campaignId } = row;
  act.signal({ topic: "jobs.changed", subjectId: row.id, regionPath });
  const status = jobStatus({ outcome: ending.outcome, queueState: await stateOf(queue, attempt) });
  return act.done<FailedJob>({
    subjectKind: "job",
    subjectId: row.id,
    regionPath,
    campaignId,
    before: { status: "running", attempt: input.attempt },
    after: { status, attempt: input.attempt, message: input.message },
    answer: { id: row.id, status },
  });
}

async function stateOf(queue: Queue, attempt: Attempt) {
  return (await queue.find(attempt))?.state ?? null;
}
