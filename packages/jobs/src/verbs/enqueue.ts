import type { Act } from "@anji/database";
import { type Id, newId, type RegionPath } from "@anji/kernel";
import { queueOf } from "../queue.ts";
import { job } from "../tables.ts";

/** Step: queues work for a worker inside the open act. It can be claimed only after the act is committed. */
export async function enqueue(
  act: Act,
  work: { kind: string; subjectId: string; campaignId: string; regionPath: RegionPath },
): Promise<Id<"job">> {
  const id = newId<"job">(act.now);
  const queue = await queueOf(act.tx);
  await queue.send({ id, kind: work.kind });
  await act.tx.insert(job).values({ ...work, id, requestedBy: act.actor.personId, requestedAt: act.now });
  act.signal({ topic: "jobs.changed", subjectId: id, regionPath: work.regionPath });
  return id;
}
