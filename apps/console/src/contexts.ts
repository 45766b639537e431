import * as adjustments from "./contexts/adjustments/index.ts";
import * as campaign from "./contexts/campaign/index.ts";
import * as findings from "./contexts/findings/index.ts";
import * as inspection from "./contexts/inspection/index.ts";
import * as jurisdictions from "./contexts/jurisdictions/index.ts";
import * as ledgerSheet from "./contexts/ledger-sheet/index.ts";
import * as organisation from "./contexts/organisation/index.ts";
import * as reporting from "./contexts/reporting/index.ts";
import * as selfChecks from "./contexts/self-checks/index.ts";
import * as work from "./contexts/work/index.ts";

/** Every context of the console, in the order of the navigation. Router, navigation, words and links are built from it. */
export const CONTEXTS = [
  work,
  campaign,
  organisation,
  findings,
  adjustments,
  selfChecks,
  ledgerSheet,
  inspection,
  reporting,
  jurisdictions,
] as const;

/** The pages outside the frame: signing in, and a password that must be changed. */
export const UNFRAMED_ROUTES = jurisdictions.unframedRoutes;
