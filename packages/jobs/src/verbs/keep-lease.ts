import { type ActorCtx, scopeOf, setScope } from "@anji/database";
import { refuseIf, whyNotAllowed } from "@anji/kernel";
import { eq } from "drizzle-orm";
import type { HeartbeatInput } from "../inputs.ts";
import { jobsPermissions } from "../permissions.ts";
import { queueOf } from "../queue.ts";
import { job } from "../tables.ts";
import { jobOf } from "./held-job.ts";

/**
 * Renews a worker's lease and records its progress. It is not an act: it decides nothing and leaves no audit row. With
 * the answer false the worker has lost the job and must drop its result.
 */
export async function keepLease(ctx: ActorCtx, input: HeartbeatInput): Promise<{ isStillYours: boolean }> {
  refuseIf(whyNotAllowed(jobsPermissions.heartbeat, ctx.actor));
  return ctx.db.transaction(async (tx) => {
    await setScope(tx, ctx.actor);
    const row = await jobOf({ tx, scope: (column) => scopeOf(ctx, column) }, input.jobId);
    const queue = await queueOf(tx);
    const isStillYours = await queue.touch({ id: row.id, kind: row.kind, attempt: input.attempt });
    if (!isStillYours) return { isStillYours };
    const { done, total, note } = input;
    await tx.update(job).set({ done, total, note }).where(eq(job.id, row.id));
    return { isStillYours };
  });
}
