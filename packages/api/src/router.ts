import { router, signalsRouter } from "@anji/rpc";
import { contributed } from "./collected.ts";
import { contexts } from "./contexts.ts";

/** Every procedure of the product, under the name of the context that owns it. */
export const appRouter = router({
  jurisdictions: contexts.jurisdictions.router(),
  campaign: contexts.campaign.router(contributed),
  organisation: contexts.organisation.router(),
  findings: contexts.findings.router(),
  ledgerSheet: contexts.ledgerSheet.router(),
  inspection: contexts.inspection.router(),
  figures: contexts.figures.router(),
  reporting: contexts.reporting.router(),
  jobs: contexts.jobs.router(contributed),
  signals: signalsRouter,
});

export type AppRouter = typeof appRouter;
