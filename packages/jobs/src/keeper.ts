import { PgBoss } from "pg-boss";
import { type JobBounds, type JobCatalogue, KEEPER_INTERVAL_SECONDS } from "./catalogue.ts";
import { QUEUE_SCHEMA } from "./queue.ts";

const KEEPER_CONNECTIONS = 1;
const FINISHED_KEPT_SECONDS = 30 * 24 * 3600;
const WAITING_KEPT_SECONDS = 365 * 24 * 3600;

export type JobKeeper = { stop(): Promise<void> };

/**
 * Gives the jobs of silent workers back to the queue. One per server; several share the work. It has its own connection
 * and survives a restart of the database.
 */
export async function startJobKeeper(options: { url: string; onError: (error: unknown) => void }): Promise<JobKeeper> {
  const boss = new PgBoss({
    connectionString: options.url,
    application_name: "anji-job-keeper",
    max: KEEPER_CONNECTIONS,
    schema: QUEUE_SCHEMA,
    migrate: false,
    schedule: false,
    registerInstance: false,
    superviseIntervalSeconds: KEEPER_INTERVAL_SECONDS,
    monitorIntervalSeconds: KEEPER_INTERVAL_SECONDS,
    // Both need the owner's rights; the queue is small.
    reindex: false,
    monitorVacuum: false,
  });
  boss.on("error", options.onError);
  await boss.start();
  return { stop: () => boss.stop({ graceful: false }) };
}

/**
 * As the owner: creates and upgrades the queue's own tables, declares every kind, and lets the server's role use them.
 */
export async function installQueues(options: { ownerUrl: string; appRole: string; jobs: JobCatalogue }): Promise<void> {
  const boss = new PgBoss({
    connectionString: options.ownerUrl,
    max: KEEPER_CONNECTIONS,
    schema: QUEUE_SCHEMA,
    supervise: false,
    schedule: false,
    registerInstance: false,
  });
  const errors: Error[] = [];
  boss.on("error", (error) => errors.push(error));
  try {
    await boss.start();
    for (const [kind, limits] of Object.entries(options.jobs)) {
      const bounds = queueBounds(limits);
      await boss.createQueue(kind, bounds);
      await boss.updateQueue(kind, bounds);
    }
    await boss.getDb().executeSql(grants(options.appRole));
  } finally {
    await boss.stop({ graceful: false });
  }
  const [error] = errors;
  if (error !== undefined) throw error;
}

function queueBounds(bounds: JobBounds) {
  return {
    heartbeatSeconds: bounds.leaseSeconds,
    expireInSeconds: bounds.attemptSecondsMax,
    retryLimit: bounds.attemptsMax - 1,
    retryBackoff: true,
    retryDelay: bounds.retryDelaySeconds,
    retryDelayMax: bounds.retryDelaySecondsMax,
    retentionSeconds: WAITING_KEPT_SECONDS,
    deleteAfterSeconds: FINISHED_KEPT_SECONDS,
  };
}

// The queue's tables hold a kind, an id and the state of the attempts. Only jobs.job holds what a job is about.
function grants(appRole: string): string {
  return [
    `grant usage on schema ${QUEUE_SCHEMA} to "${appRole}"`,
    `grant select, insert, update, delete on all tables in schema ${QUEUE_SCHEMA} to "${appRole}"`,
    `grant usage on all sequences in schema ${QUEUE_SCHEMA} to "${appRole}"`,
    `grant execute on all functions in schema ${QUEUE_SCHEMA} to "${appRole}"`,
  ].join("; ");
}
