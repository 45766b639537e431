import type { JobKind } from "./job.ts";

/** The bounds of a kind of job. A kind without an entry does not compile. */
export type JobBounds = {
  /** A worker that is silent for longer loses the job. */
  readonly leaseSeconds: number;
  /** An attempt that takes longer is given up even while its worker is heard. */
  readonly attemptSecondsMax: number;
  /** Lost and failed attempts together; the last one leaves the job failed. */
  readonly attemptsMax: number;
  readonly retryDelaySeconds: number;
  readonly retryDelaySecondsMax: number;
};

// Lease + keeper + longest delay + a worker's poll stay under 30 s, the bound for taking over a killed worker's job.
const REPORT: JobBounds = {
  leaseSeconds: 12,
  attemptSecondsMax: 1800,
  attemptsMax: 10,
  retryDelaySeconds: 1,
  retryDelaySecondsMax: 8,
};

export const jobCatalogue = {
  renderReport: REPORT,
} as const satisfies Record<JobKind, JobBounds>;

/** How often the keeper looks for silent workers. */
export const KEEPER_INTERVAL_SECONDS = 2;
