export { getJob, jobProgress } from "./job-progress.ts";
export { progressKey, watchJob } from "./watch-job.ts";
