/** The bounds of a kind of job. */
export type JobBounds = {
  /** A worker that is silent for longer loses the job. */
  readonly leaseSeconds: number;
  /** A longer attempt is given up even while its worker still sends heartbeats. */
  readonly attemptSecondsMax: number;
  /** Lost and failed attempts together; the last one leaves the job failed. */
  readonly attemptsMax: number;
  readonly retryDelaySeconds: number;
  readonly retryDelaySecondsMax: number;
};

/** What workers can be asked to do, as the contexts contribute it. A kind is also the name of its queue. */
export type JobCatalogue = Readonly<Record<string, JobBounds>>;

/** How often the keeper looks for silent workers. */
export const KEEPER_INTERVAL_SECONDS = 2;
