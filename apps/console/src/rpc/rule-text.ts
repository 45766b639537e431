import { campaignRules } from "@anji/campaign";
import { findingsRules } from "@anji/findings";
import { inspectionRules } from "@anji/inspection";
import { jurisdictionsRules } from "@anji/jurisdictions";
import { kernelRules, type RuleBook, ruleMessage, type RefusalParams } from "@anji/kernel";
import { reportingRules } from "@anji/reporting";
import { localeOf } from "../formats/days.ts";

const BOOK: RuleBook = { ...kernelRules, ...jurisdictionsRules, ...campaignRules, ...findingsRules, ...inspectionRules, ...reportingRules };

/** The sentence of a rule in the reader's language: the same the server, the sheet and the document use. */
export function ruleText(rule: string, params: RefusalParams, language: string): string {
  return BOOK[rule] === undefined ? rule : ruleMessage(BOOK, rule, params, localeOf(language));
}
