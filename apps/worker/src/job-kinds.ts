import type { JobKind } from "@anji/client";
import type { Craft } from "./assignment.ts";
import { renderMonthlyReport } from "./render-monthly-report.ts";
import { renderSummaryReport } from "./render-summary-report.ts";

/** What this worker can do. A kind of job without a craft does not compile. */
export const crafts = { renderMonthlyReport, renderSummaryReport } as const satisfies Record<JobKind, Craft>;

export const jobKinds = Object.keys(crafts) as JobKind[]; // the keys of a record by kind
