import type { Tx } from "@anji/database";
import { type Id, idOf } from "@anji/kernel";
import { sql } from "drizzle-orm";
import { type Db, fromDrizzle, PgBoss } from "pg-boss";
import type { QueueState } from "./job.ts";

export const QUEUE_SCHEMA = "pgboss";

const jobId = idOf("job");

/** The number of the attempt, from 1. An act of a worker is refused when it names an older one. */
export type Attempt = { readonly id: Id<"job">; readonly kind: string; readonly attempt: number };

/** The queue inside one transaction: a rolled back act also undoes its work in the queue. */
export type Queue = {
  send(options: { id: string; kind: string }): Promise<void>;
  /** Takes the oldest waiting job of a kind, or null. */
  fetch(kind: string): Promise<Attempt | null>;
  /** Each of these answers false when the attempt no longer holds the job. */
  touch(attempt: Attempt): Promise<boolean>;
  complete(attempt: Attempt): Promise<boolean>;
  /** Back to the queue with a delay, or failed when no attempt is left. */
  fail(attempt: Attempt): Promise<boolean>;
  /** Ends the job without another attempt. */
  cancel(attempt: Attempt): Promise<boolean>;
  find(job: { id: string; kind: string }): Promise<{ state: QueueState; attempt: number } | null>;
};

export async function queueOf(tx: Tx): Promise<Queue> {
  const db = inTransaction(tx);
  const boss = await writer(db);
  return {
    send: async ({ id, kind }) => {
      const sent = await boss.send(kind, null, { id, db });
      if (sent === null) throw new Error(`the queue did not take job ${id}`);
    },
    fetch: async (kind) => {
      const [fetched] = await boss.fetch(kind, { db });
      return fetched === undefined ? null : { id: jobId.parse(fetched.id), kind, attempt: fetched.retryCount + 1 };
    },
    touch: async (attempt) => hasAffected(await boss.touch(attempt.kind, fenced(attempt), { db })),
    complete: async (attempt) => hasAffected(await boss.complete(attempt.kind, fenced(attempt), null, { db })),
    fail: async (attempt) => hasAffected(await boss.fail(attempt.kind, fenced(attempt), null, { db })),
    cancel: async (attempt) => hasAffected(await boss.cancel(attempt.kind, fenced(attempt), { db })),
    find: async ({ id, kind }) => {
      const [found] = await boss.findJobs(kind, { id, db });
      if (found === undefined) return null;
      return { state: found.state, attempt: found.state === "created" ? 0 : found.retryCount + 1 };
    },
  };
}

let started: Promise<PgBoss> | null = null;

/**
 * One pg-boss per process that only writes statements. It reads the queues once, then every call names its transaction.
 * It is stopped at once, so it keeps no timer and no connection. The keeper is another instance.
 */
async function writer(db: Db): Promise<PgBoss> {
  started ??= startWriter(db);
  try {
    return await started;
  } catch (cause) {
    started = null;
    throw cause;
  }
}

async function startWriter(db: Db): Promise<PgBoss> {
  const boss = new PgBoss({
    db,
    schema: QUEUE_SCHEMA,
    migrate: false,
    supervise: false,
    schedule: false,
    registerInstance: false,
  });
  const errors: Error[] = [];
  boss.on("error", (error) => errors.push(error));
  await boss.start();
  await boss.stop({ close: false, graceful: false });
  const [error] = errors;
  if (error !== undefined) throw error;
  return boss;
}

/** pg-boss hands some JSON parameters over as objects; our driver takes JSON as text. */
function inTransaction(tx: Tx): Db {
  const inner = fromDrizzle(tx, sql);
  return { executeSql: (text, values) => inner.executeSql(text, values?.map(asParameter)) };
}

function asParameter(value: unknown): unknown {
  const isPlain = typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
  return isPlain ? JSON.stringify(value) : value;
}

function fenced(attempt: Attempt): { id: string; retryCount: number } {
  return { id: attempt.id, retryCount: attempt.attempt - 1 };
}

function hasAffected(response: object): boolean {
  return "affected" in response && response.affected === 1;
}
