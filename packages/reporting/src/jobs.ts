import type { JobBounds, JobCatalogue } from "@anji/jobs";

// Lease + keeper + longest delay + a worker's poll stay under 30 s, the bound for taking over a killed worker's job.
const REPORT: JobBounds = {
  leaseSeconds: 12,
  attemptSecondsMax: 1800,
  attemptsMax: 10,
  retryDelaySeconds: 1,
  retryDelaySecondsMax: 8,
};

/** What reporting asks of workers. */
export const reportingJobs = {
  renderReport: REPORT,
} as const satisfies JobCatalogue;
