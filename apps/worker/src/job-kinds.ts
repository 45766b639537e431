import type { JobKind } from "@anji/client";
import type { Craft } from "./assignment.ts";
import { renderReport } from "./render-report.ts";

/** The kinds of job this worker can do. A kind without code does not compile. */
export const crafts = { renderReport } as const satisfies Record<JobKind, Craft>;

export const jobKinds = Object.keys(crafts) as JobKind[]; // the keys of a record by kind
