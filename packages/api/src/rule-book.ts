import { campaignRules } from "@anji/campaign";
import { inspectionRules } from "@anji/inspection";
import { jobsRules } from "@anji/jobs";
import { jurisdictionsRules } from "@anji/jurisdictions";
import { kernelRules, type RuleBook } from "@anji/kernel";

/** Every rule with its sentence in both languages. */
export const ruleBook: RuleBook = {
  ...kernelRules,
  ...jobsRules,
  ...jurisdictionsRules,
  ...campaignRules,
  ...inspectionRules,
};
