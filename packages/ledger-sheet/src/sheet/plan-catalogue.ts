import type { CampaignPlan } from "@anji/campaign";

import type { LedgerCatalogue, LedgerUnit } from "./ledger-catalogue.ts";

/** The part of a campaign's plan that a ledger sheet is checked against, with the units that take part. */
export function ledgerCatalogue(plan: CampaignPlan, units: readonly LedgerUnit[]): LedgerCatalogue {
  return {
    templateVersion: plan.sheetTemplate.version,
    closingOn: plan.sheetTemplate.closingOn,
    funds: plan.fundLines.map(({ code, name }) => ({ code, name })),
    categories: plan.categories.map(({ code, name }) => ({ code, name })),
    kinds: plan.kinds.map(({ code, name, category, fundLines }) => ({ code, name, category, fundLines })),
    units,
  };
}
