import type { JobKind } from "@anji/jobs";
import type { Craft } from "./assignment.ts";
import { renderReport } from "./render-report.ts";

/** What this worker can do. A kind of job without a craft does not compile. */
export const crafts = { renderReport } as const satisfies Record<JobKind, Craft>;
