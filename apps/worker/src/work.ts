import { randomUUID } from "node:crypto";
import { type AnjiClient, refusalOf } from "@anji/client";
import type { Logger } from "pino";
import { crafts, jobKinds } from "./job-kinds.ts";
import { keepLease, LeaseLost } from "./lease.ts";
import { isPassing, patiently, waitMs, waitUnless } from "./patience.ts";

export type Work = {
  readonly client: AnjiClient;
  readonly workerName: string;
  readonly log: Logger;
  /** No further job is claimed; the current one is finished. */
  readonly stopping: AbortSignal;
  /** The current job is given back. */
  readonly leaving: AbortSignal;
};

type Claimed = NonNullable<Awaited<ReturnType<AnjiClient["rpc"]["jobs"]["claim"]["mutate"]>>>;

const IDLE_MS = 1000;
const IDLE_JITTER_MS = 400;
const MESSAGE_CHARACTERS_MAX = 1000;

export class WorkerLeaves extends Error {}

/** Claims and does one job after another until the worker stops. */
export async function work(options: Work): Promise<void> {
  const { stopping, log } = options;
  let failures = 0;
  // A claim whose answer was lost is sent again under its id and names the same job.
  let commandId = randomUUID();
  while (!stopping.aborted) {
    try {
      const claimed = await options.client.rpc.jobs.claim.mutate({
        commandId,
        workerName: options.workerName,
        kinds: jobKinds,
      });
      if (failures > 0) log.info("the server answers again");
      failures = 0;
      commandId = randomUUID();
      if (claimed === null) await waitUnless(stopping, IDLE_MS + Math.random() * IDLE_JITTER_MS);
      else await carryOut(options, claimed);
    } catch (cause) {
      if (failures === 0) log.warn({ err: cause }, "no answer to a claim; asking again");
      if (!isPassing(cause)) commandId = randomUUID();
      await waitUnless(stopping, waitMs(failures));
      failures += 1;
    }
  }
}

async function carryOut(options: Work, claimed: Claimed): Promise<void> {
  const { client, leaving } = options;
  const log = options.log.child({ jobId: claimed.jobId, attempt: claimed.attempt, kind: claimed.kind });
  const lease = keepLease({ client, held: claimed, log });
  const ended = AbortSignal.any([lease.lost, leaving]);
  const started = performance.now();
  log.info("claimed");
  try {
    const result = await crafts[claimed.kind]({
      client,
      jobId: claimed.jobId,
      subjectId: claimed.subjectId,
      ended,
      show: lease.show,
    });
    await patiently(lease.lost, completion(options, claimed, result));
    log.info({ ms: Math.round(performance.now() - started) }, "done");
  } catch (cause) {
    await giveUp({ ...options, log }, { claimed, cause, lost: lease.lost });
  } finally {
    await lease.release();
  }
}

function completion(options: Work, { jobId, attempt }: Claimed, result: { fileIds: string[] }) {
  const commandId = randomUUID();
  return () => options.client.rpc.jobs.complete.mutate({ commandId, jobId, attempt, result });
}

/** Reports to the server how the job ended: a refusal is final, anything else is tried again. */
async function giveUp(options: Work, ending: { claimed: Claimed; cause: unknown; lost: AbortSignal }): Promise<void> {
  const { client, log } = options;
  const { claimed, cause, lost } = ending;
  const refusal = refusalOf(cause);
  if (lost.aborted || cause instanceof LeaseLost || refusal?.rule === "jobs.leaseLost") {
    log.warn("the job passed to another worker");
    return;
  }
  const isRefusal = refusal !== null;
  log.warn({ err: cause, isRefusal }, cause instanceof WorkerLeaves ? "handed back" : "not done");
  const commandId = randomUUID();
  try {
    const { jobId, attempt } = claimed;
    await patiently(lost, () =>
      client.rpc.jobs.fail.mutate({ commandId, jobId, attempt, isRefusal, message: messageOf(cause) }),
    );
  } catch (unreported) {
    // The lease runs out by itself; the job is then tried again.
    log.warn({ err: unreported }, "the failure could not be reported");
  }
}

function messageOf(cause: unknown): string {
  const text = refusalOf(cause)?.message ?? (cause instanceof Error ? cause.message : String(cause));
  const plain = text
    // oxlint-disable-next-line no-control-regex -- the server takes no control characters in a text
    .replaceAll(/[\u0000-\u001f\u007f]+/g, " ")
    .trim()
    .slice(0, MESSAGE_CHARACTERS_MAX);
  return plain === "" ? "no message" : plain;
}
