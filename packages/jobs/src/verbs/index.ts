export { claimJob, type ClaimedJob } from "./claim-job.ts";
export { completeJob, type EndedJob } from "./complete-job.ts";
export { enqueue } from "./enqueue.ts";
export { failJob, type FailedJob } from "./fail-job.ts";
export { keepLease } from "./keep-lease.ts";
