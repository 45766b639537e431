import { type Act, type ActorCtx, found, systemAct } from "@anji/database";
import { eq } from "drizzle-orm";
import type { JobBounds } from "../catalogue.ts";
import { jobsPermissions } from "../permissions.ts";
import { type Attempt, queueOf } from "../queue.ts";
import { job } from "../tables.ts";

export type ClaimedJob<Kind extends string> = {
  jobId: string;
  attempt: number;
  kind: Kind;
  subjectId: string;
  campaignId: string;
  leaseSeconds: number;
};
type ClaimInput<Kind extends string> = { commandId: string; workerName: string; kinds: readonly Kind[] };

/**
 * Leases the oldest waiting job to a worker, or null when none waits. Sent again under its command id it names the same
 * attempt, so a lost answer loses no job.
 */
export async function claimJob<Kind extends string>(
  ctx: ActorCtx,
  catalogue: Readonly<Record<Kind, JobBounds>>,
  input: ClaimInput<Kind>,
): Promise<ClaimedJob<Kind> | null> {
  const leased = systemAct(
    { permission: jobsPermissions.claim, command: (asked: ClaimInput<Kind>) => asked },
    (act, asked) => lease(act, catalogue, asked),
  );
  try {
    return await leased(ctx, input);
  } catch (cause) {
    if (cause instanceof NothingWaits) return null;
    throw cause;
  }
}

// Thrown to undo the act: a claim without a job leaves neither an audit row nor a stored answer.
class NothingWaits extends Error {}

async function lease<Kind extends string>(
  act: Act,
  catalogue: Readonly<Record<Kind, JobBounds>>,
  input: ClaimInput<Kind>,
) {
  const taken = await takeFirst(act, input.kinds);
  const [row] = await act.tx
    .update(job)
    .set({ workerName: input.workerName, done: 0, total: 0, note: null })
    .where(eq(job.id, taken.id))
    .returning();
  const { subjectId, campaignId, regionPath } = found(row);
  act.signal({ topic: "jobs.changed", subjectId: taken.id, regionPath });
  const { leaseSeconds } = catalogue[taken.kind];
  const answer = { jobId: taken.id, attempt: taken.attempt, kind: taken.kind, subjectId, campaignId, leaseSeconds };
  return act.done<ClaimedJob<Kind>>({
    subjectKind: "job",
    subjectId: taken.id,
    regionPath,
    campaignId,
    before: { status: "queued" },
    after: { status: "running", attempt: taken.attempt, workerName: input.workerName },
    answer,
  });
}

async function takeFirst<Kind extends string>(
  act: Act,
  kinds: readonly Kind[],
): Promise<Attempt & { readonly kind: Kind }> {
  const queue = await queueOf(act.tx);
  for (const kind of kinds) {
    const taken = await queue.fetch(kind);
    if (taken !== null) return { ...taken, kind };
  }
  throw new NothingWaits();
}
