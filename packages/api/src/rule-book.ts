import { campaignRules } from "@anji/campaign";
import { figuresRules } from "@anji/figures";
import { findingsRules } from "@anji/findings";
import { inspectionRules } from "@anji/inspection";
import { jobsRules } from "@anji/jobs";
import { jurisdictionsRules } from "@anji/jurisdictions";
import { kernelRules, type RuleBook } from "@anji/kernel";
import { organisationRules } from "@anji/organisation";
import { ledgerSheetRules } from "@anji/ledger-sheet";
import { reportingRules } from "@anji/reporting";
import { workbookRules } from "@anji/workbook";

/** Every rule with its sentence in both languages. */
export const ruleBook: RuleBook = {
  ...kernelRules,
  ...workbookRules,
  ...jobsRules,
  ...jurisdictionsRules,
  ...campaignRules,
  ...organisationRules,
  ...findingsRules,
  ...ledgerSheetRules,
  ...inspectionRules,
  ...figuresRules,
  ...reportingRules,
};
