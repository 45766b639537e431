import { campaignRouter } from "@anji/campaign/router";
import { figuresRouter } from "@anji/figures/router";
import { findingsRouter } from "@anji/findings/router";
import { inspectionRouter } from "@anji/inspection/router";
import { jobsRouter } from "@anji/jobs/router";
import { jurisdictionsRouter } from "@anji/jurisdictions/router";
import { organisationRouter } from "@anji/organisation/router";
import { ledgerSheetRouter } from "@anji/ledger-sheet/router";
import { reportingRouter } from "@anji/reporting/router";
import { router, signalsRouter } from "@anji/rpc";
import { contributed } from "./contributed.ts";

/** Every procedure of the product, under the name of the context that owns it. */
export const appRouter = router({
  jurisdictions: jurisdictionsRouter,
  campaign: campaignRouter(contributed),
  organisation: organisationRouter,
  findings: findingsRouter,
  ledgerSheet: ledgerSheetRouter,
  inspection: inspectionRouter,
  figures: figuresRouter,
  reporting: reportingRouter,
  jobs: jobsRouter,
  signals: signalsRouter,
});

export type AppRouter = typeof appRouter;
