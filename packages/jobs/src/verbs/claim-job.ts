import { type Act, type ActorCtx, found, perform } from "@anji/database";
import { eq } from "drizzle-orm";
import { jobCatalogue } from "../catalogue.ts";
import type { ClaimInput } from "../inputs.ts";
import type { JobKind } from "../job.ts";
import { jobsPermissions } from "../permissions.ts";
import { type Attempt, queueOf } from "../queue.ts";
import { job } from "../tables.ts";

export type ClaimedJob = {
  jobId: string;
  attempt: number;
  kind: JobKind;
  subjectId: string;
  campaignId: string;
  leaseSeconds: number;
};

/**
 * Leases the oldest waiting job to a worker, or null when none waits.
 * Sent again under its command id it names the same attempt, so a lost answer strands no job.
 */
export async function claimJob(ctx: ActorCtx, input: ClaimInput): Promise<ClaimedJob | null> {
  try {
    return await perform<ClaimedJob>(ctx, { permission: jobsPermissions.claim, input }, (act) => lease(act, input));
  } catch (cause) {
    if (cause instanceof NothingWaits) return null;
    throw cause;
  }
}

// Thrown to undo the act: an idle worker's question leaves neither an audit row nor a stored answer.
class NothingWaits extends Error {}

async function lease(act: Act, input: ClaimInput) {
  const taken = await takeFirst(act, input.kinds);
  const [row] = await act.tx
    .update(job)
    .set({ workerName: input.workerName, done: 0, total: 0, note: null })
    .where(eq(job.id, taken.id))
    .returning();
  const { subjectId, campaignId, regionPath } = found(row);
  act.signal({ topic: "jobs.changed", subjectId: taken.id, regionPath, campaignId });
  const { leaseSeconds } = jobCatalogue[taken.kind];
  const answer = { jobId: taken.id, attempt: taken.attempt, kind: taken.kind, subjectId, campaignId, leaseSeconds };
  return act.done<ClaimedJob>({
    subjectKind: "job",
    subjectId: taken.id,
    regionPath,
    campaignId,
    before: { status: "queued" },
    after: { status: "running", attempt: taken.attempt, workerName: input.workerName },
    answer,
  });
}

async function takeFirst(act: Act, kinds: readonly JobKind[]): Promise<Attempt> {
  const queue = await queueOf(act.tx);
  for (const kind of kinds) {
    const taken = await queue.fetch(kind);
    if (taken !== null) return taken;
  }
  throw new NothingWaits();
}
