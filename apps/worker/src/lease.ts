import type { AnjiClient } from "@anji/client";
import type { Logger } from "pino";
import { waitUnless } from "./patience.ts";

/** What a worker holds: one attempt at one job. */
export type Held = { readonly jobId: string; readonly attempt: number; readonly leaseSeconds: number };

export type Steps = { readonly done: number; readonly total: number; readonly note: string | null };

export type Lease = {
  /** Fires when the job has passed to another worker: drop everything. */
  readonly lost: AbortSignal;
  /** Reports the progress of the job with the next heartbeat. */
  show(steps: Steps): void;
  release(): Promise<void>;
};

const HEARTBEATS_PER_LEASE = 4;

export class LeaseLost extends Error {}

/** Keeps a claimed job by heartbeats until it is released. */
export function keepLease(options: { client: AnjiClient; held: Held; log: Logger }): Lease {
  const { client, held, log } = options;
  const lost = new AbortController();
  const released = new AbortController();
  let steps: Steps = { done: 0, total: 0, note: null };

  async function beat(): Promise<void> {
    try {
      const { isStillYours } = await client.rpc.jobs.heartbeat.mutate({
        jobId: held.jobId,
        attempt: held.attempt,
        ...steps,
      });
      if (!isStillYours) lost.abort(new LeaseLost("the job passed to another worker"));
    } catch (cause) {
      // The next heartbeat asks again; the server decides whether the lease is still valid.
      log.warn({ err: cause, jobId: held.jobId }, "no heartbeat");
    }
  }

  async function run(): Promise<void> {
    const ended = AbortSignal.any([released.signal, lost.signal]);
    while (!ended.aborted) {
      await waitUnless(ended, (held.leaseSeconds * 1000) / HEARTBEATS_PER_LEASE);
      if (!ended.aborted) await beat();
    }
  }

  const beating = run();
  return {
    lost: lost.signal,
    show: (next) => {
      steps = next;
    },
    release: async () => {
      released.abort();
      await beating;
    },
  };
}
