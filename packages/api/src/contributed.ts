import type { Contributed } from "@anji/campaign/gate-source";
import { findingsGateSource, selfCheckMeasure } from "@anji/findings/queries";
import { inspectionGateSource } from "@anji/inspection/queries";
import { organisationGateSource } from "@anji/organisation/queries";
import { reportingGateSource } from "@anji/reporting/queries";

/** What the contexts add to the campaign: their gates, and what is measured beside them. */
export const contributed: Contributed = {
  gates: [organisationGateSource, findingsGateSource, inspectionGateSource, reportingGateSource],
  measures: [selfCheckMeasure],
};
