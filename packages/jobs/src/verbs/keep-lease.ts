import { type ActorCtx, scopeOf, setScope } from "@anji/database";
import { refuseIf, whyNotAllowed } from "@anji/kernel";
import { eq } from "drizzle-orm";
import type { HeartbeatInput } from "../inputs.ts";
import { jobsPermissions } from "../permissions.ts";
import { queueOf } from "../queue.ts";
import { job } from "../tables.ts";
import { jobOf } from "./held-job.ts";

/**
 * Renews a worker's lease and shows how far it is. Not an act: it decides nothing, so it leaves no audit row.
 * A worker that is answered false has lost the job and must drop what it made.
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
