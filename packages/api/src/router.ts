import { campaignRouter } from "@anji/campaign/router";
import { figuresRouter } from "@anji/figures/router";
import { findingsGateSource } from "@anji/findings/queries";
import { findingsRouter } from "@anji/findings/router";
import { inspectionGateSource } from "@anji/inspection/queries";
import { inspectionRouter } from "@anji/inspection/router";
import { jobsRouter } from "@anji/jobs/router";
import { jurisdictionsRouter } from "@anji/jurisdictions/router";
import { organisationGateSource } from "@anji/organisation/queries";
import { organisationRouter } from "@anji/organisation/router";
import { reportingGateSource } from "@anji/reporting/queries";
import { reportingRouter } from "@anji/reporting/router";
import { router, signalsRouter } from "@anji/rpc";

/** Every procedure of the product, under the name of the context that owns it. */
export const appRouter = router({
  jurisdictions: jurisdictionsRouter,
  campaign: campaignRouter([organisationGateSource, findingsGateSource, inspectionGateSource, reportingGateSource]),
  organisation: organisationRouter,
  findings: findingsRouter,
  inspection: inspectionRouter,
  figures: figuresRouter,
  reporting: reportingRouter,
  jobs: jobsRouter,
  signals: signalsRouter,
});

export type AppRouter = typeof appRouter;
