export type { JobBounds, JobCatalogue } from "./catalogue.ts";
export {
  isFinished,
  JOB_OUTCOMES,
  JOB_STATUSES,
  type JobOutcome,
  type JobProgress,
  jobStatus,
  type JobStatus,
} from "./job.ts";
export { jobsPermissions } from "./permissions.ts";
export { jobsRules } from "./rules.ts";
