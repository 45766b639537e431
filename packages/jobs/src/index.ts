export { jobCatalogue, type JobBounds } from "./catalogue.ts";
export {
  isFinished,
  JOB_KINDS,
  JOB_OUTCOMES,
  JOB_STATUSES,
  type JobKind,
  type JobOutcome,
  type JobProgress,
  jobStatus,
  type JobStatus,
} from "./job.ts";
export { jobsPermissions } from "./permissions.ts";
export { jobsRules } from "./rules.ts";
