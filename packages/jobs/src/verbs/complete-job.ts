import { type Act, verb } from "@anji/database";
import { eq } from "drizzle-orm";
import { type CompleteInput, completeInput } from "../inputs.ts";
import { jobsPermissions } from "../permissions.ts";
import { queueOf } from "../queue.ts";
import { job } from "../tables.ts";
import { jobOf, refuseUnlessHeld } from "./held-job.ts";

export type EndedJob = { id: string; status: "done" };

/** Ends a job as done. Only the attempt that holds it can. */
export const completeJob = verb({ permission: jobsPermissions.complete, input: completeInput }, complete);

async function complete(act: Act, input: CompleteInput) {
  const row = await jobOf(act, input.jobId);
  const queue = await queueOf(act.tx);
  refuseUnlessHeld(await queue.complete({ id: row.id, kind: row.kind, attempt: input.attempt }), row);
  await act.tx.update(job).set({ outcome: "done", finishedAt: act.now, note: null }).where(eq(job.id, row.id));
  const { regionPath, campaignId } = row;
  act.signal({ topic: "jobs.changed", subjectId: row.id, regionPath });
  return act.done<EndedJob>({
    subjectKind: "job",
    subjectId: row.id,
    regionPath,
    campaignId,
    before: { status: "running", attempt: input.attempt },
    after: { status: "done", attempt: input.attempt, result: input.result },
    answer: { id: row.id, status: "done" },
  });
}
