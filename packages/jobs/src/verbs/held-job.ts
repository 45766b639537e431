import { type Act, found } from "@anji/database";
import { type Id, refuse } from "@anji/kernel";
import { and, eq } from "drizzle-orm";
import { job } from "../tables.ts";

export type JobRow = typeof job.$inferSelect;

/** The job of an act, within the actor's area. */
export async function jobOf(act: Pick<Act, "tx" | "scope">, jobId: Id<"job">): Promise<JobRow> {
  const [row] = await act.tx
    .select()
    .from(job)
    .where(and(eq(job.id, jobId), act.scope(job.regionPath)));
  return found(row);
}

/** Refuses the act unless the attempt still holds the job. */
export function refuseUnlessHeld(isHeld: boolean, row: JobRow): void {
  if (isHeld) return;
  refuse({ code: "conflict", rule: row.outcome === null ? "jobs.leaseLost" : "jobs.finished" });
}
