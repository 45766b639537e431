import { adjustmentsContribution } from "@anji/adjustments/contribution";
import { campaignContribution } from "@anji/campaign/contribution";
import { databaseContribution } from "@anji/database/contribution";
import { figuresContribution } from "@anji/figures/contribution";
import { findingsContribution } from "@anji/findings/contribution";
import { inspectionContribution } from "@anji/inspection/contribution";
import { jobsContribution } from "@anji/jobs/contribution";
import { jurisdictionsContribution } from "@anji/jurisdictions/contribution";
import { kernelRules } from "@anji/kernel";
import { ledgerSheetContribution } from "@anji/ledger-sheet/contribution";
import { organisationContribution } from "@anji/organisation/contribution";
import { reportingContribution } from "@anji/reporting/contribution";
import { selfChecksContribution } from "@anji/self-checks/contribution";
import { workbookRules } from "@anji/workbook";

/** Every context of the product, once. What each hands in is collected from here and named nowhere else. */
export const contexts = {
  kernel: { rules: kernelRules },
  workbook: { rules: workbookRules },
  database: databaseContribution,
  jobs: jobsContribution,
  jurisdictions: jurisdictionsContribution,
  campaign: campaignContribution,
  organisation: organisationContribution,
  findings: findingsContribution,
  adjustments: adjustmentsContribution,
  selfChecks: selfChecksContribution,
  ledgerSheet: ledgerSheetContribution,
  inspection: inspectionContribution,
  figures: figuresContribution,
  reporting: reportingContribution,
};
