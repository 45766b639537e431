import { limitedStream, mutation, procedure, query, router } from "@anji/rpc";
import { tracked } from "@trpc/server";
import type { JobBounds } from "./catalogue.ts";
import { claimInputOf, heartbeatInput, jobInput, watchInput } from "./inputs.ts";
import type { JobProgress } from "./job.ts";
import { getJob, progressKey, watchJob } from "./queries/index.ts";
import { claimJob, completeJob, failJob, keepLease } from "./verbs/index.ts";

/** The queue's procedures for the kinds of job the contexts contribute. */
export function jobsRouter<Kind extends string>(catalogue: Readonly<Record<Kind, JobBounds>>) {
  const claimInput = claimInputOf(kindsOf(catalogue));
  return router({
    get: query(jobInput, getJob),
    watch: procedure.input(watchInput).subscription(({ ctx, input, signal }) =>
      limitedStream(ctx, {
        signal,
        stream: (ended) => numbered(watchJob(ctx, { jobId: input.jobId, signal: ended })),
      }),
    ),
    claim: procedure.input(claimInput).mutation(({ ctx, input }) => claimJob(ctx, catalogue, input)),
    heartbeat: procedure.input(heartbeatInput).mutation(({ ctx, input }) => keepLease(ctx, input)),
    complete: mutation(completeJob),
    fail: mutation(failJob),
  });
}

function kindsOf<Kind extends string>(catalogue: Readonly<Record<Kind, JobBounds>>): readonly [Kind, ...Kind[]] {
  const [first, ...others] = Object.keys(catalogue) as Kind[]; // the keys of a record by kind
  if (first === undefined) throw new Error("no kind of job is contributed");
  return [first, ...others];
}

async function* numbered(states: AsyncGenerator<JobProgress, void, undefined>) {
  for await (const progress of states) yield tracked(progressKey(progress), progress);
}
