import type { AnjiClient } from "@anji/client";
import type { Steps } from "./lease.ts";

/** One claimed job, as its code sees it. */
export type Assignment = {
  readonly client: AnjiClient;
  readonly jobId: string;
  readonly subjectId: string;
  /** Fires when this worker has lost the job or stops. */
  readonly ended: AbortSignal;
  show(steps: Steps): void;
};

/** Does a job and answers the files it made. */
export type Craft = (assignment: Assignment) => Promise<{ fileIds: string[] }>;
