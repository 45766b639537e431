import type { AnjiClient } from "@anji/client";
import type { JobKind } from "@anji/jobs";
import type { Steps } from "./lease.ts";
import { renderReport } from "./render-report.ts";

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

/** What this worker can do. A kind of job without a craft does not compile. */
export const crafts = { renderReport } as const satisfies Record<JobKind, Craft>;
