import type { AnjiClient } from "@anji/client";
import type { Steps } from "./lease.ts";

/** One claimed job, as the craft that does it sees it. */
export type Assignment = {
  readonly client: AnjiClient;
  readonly jobId: string;
  readonly subjectId: string;
  /** Fires when the job is no longer this worker's or the worker stops. */
  readonly ended: AbortSignal;
  show(steps: Steps): void;
};

/** Does a job and answers the files it made. */
export type Craft = (assignment: Assignment) => Promise<{ fileIds: string[] }>;
