import { assertNever } from "@anji/kernel";

/** How a job ended, as recorded by the act that ended it. */
export const JOB_OUTCOMES = ["done", "refused"] as const;
export type JobOutcome = (typeof JOB_OUTCOMES)[number];

export const JOB_STATUSES = ["queued", "running", "done", "refused", "failed"] as const;
export type JobStatus = (typeof JOB_STATUSES)[number];

/** The states of the queue itself. */
export const QUEUE_STATES = ["created", "retry", "active", "completed", "cancelled", "failed"] as const;
export type QueueState = (typeof QUEUE_STATES)[number];

export type JobProgress = {
  id: string;
  kind: string;
  subjectId: string;
  status: JobStatus;
  done: number;
  total: number;
  note: string | null;
  attempt: number;
};

/** An outcome is stored by us; before that the queue knows. A job the queue gave up or no longer keeps has failed. */
export function jobStatus(job: { outcome: JobOutcome | null; queueState: QueueState | null }): JobStatus {
  if (job.outcome !== null) return job.outcome;
  switch (job.queueState) {
    case "created":
    case "retry":
      return "queued";
    case "active":
      return "running";
    case "completed":
    case "cancelled":
    case "failed":
    case null:
      return "failed";
    default:
      return assertNever(job.queueState);
  }
}

export function isFinished(status: JobStatus): boolean {
  return status === "done" || status === "refused" || status === "failed";
}
