import { limitedStream, procedure, router } from "@anji/rpc";
import { tracked } from "@trpc/server";
import { claimInput, completeInput, failInput, heartbeatInput, jobInput, watchInput } from "./inputs.ts";
import type { JobProgress } from "./job.ts";
import { getJob, progressKey, watchJob } from "./queries/index.ts";
import { claimJob, completeJob, failJob, keepLease } from "./verbs/index.ts";

export const jobsRouter = router({
  get: procedure.input(jobInput).query(({ ctx, input }) => getJob(ctx, input)),
  watch: procedure
    .input(watchInput)
    .subscription(({ ctx, input, signal }) =>
      limitedStream(ctx, { signal, stream: (ended) => numbered(watchJob(ctx, { jobId: input.jobId, signal: ended })) }),
    ),
  claim: procedure.input(claimInput).mutation(({ ctx, input }) => claimJob(ctx, input)),
  heartbeat: procedure.input(heartbeatInput).mutation(({ ctx, input }) => keepLease(ctx, input)),
  complete: procedure.input(completeInput).mutation(({ ctx, input }) => completeJob(ctx, input)),
  fail: procedure.input(failInput).mutation(({ ctx, input }) => failJob(ctx, input)),
});

async function* numbered(states: AsyncGenerator<JobProgress, void, undefined>) {
  for await (const progress of states) yield tracked(progressKey(progress), progress);
}
