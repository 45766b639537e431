import { campaignRules } from "@anji/campaign";
import { figuresRules } from "@anji/figures";
import { findingsRules } from "@anji/findings";
import { inspectionRules } from "@anji/inspection";
import { jobsRules } from "@anji/jobs";
import { jurisdictionsRules } from "@anji/jurisdictions";
import { kernelRules, type RuleBook } from "@anji/kernel";
import { organisationRules } from "@anji/organisation";
import { reportingRules } from "@anji/reporting";

/** Every rule with its sentence in both languages. */
export const ruleBook: RuleBook = {
  ...kernelRules,
  ...jobsRules,
  ...jurisdictionsRules,
  ...campaignRules,
  ...organisationRules,
  ...findingsRules,
  ...inspectionRules,
  ...figuresRules,
  ...reportingRules,
};
