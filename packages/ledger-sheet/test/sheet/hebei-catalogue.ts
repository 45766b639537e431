import { readFileSync } from "node:fs";

import { hebeiPlan } from "@anji/campaign/testing";
import { hebeiUnits } from "@anji/jurisdictions/testing";
import { knownDay } from "@anji/kernel";
import type { LedgerCheckOptions } from "../../src/sheet/check-ledger.ts";
import type { LedgerCatalogue } from "../../src/sheet/ledger-catalogue.ts";
import { ledgerCatalogue } from "../../src/sheet/plan-catalogue.ts";

/** The catalogue of the first campaign, from its plan and the region tree. */
export function hebeiCatalogue(): LedgerCatalogue {
  return ledgerCatalogue(hebeiPlan(), hebeiUnits());
}

/** The whole province checks on a day of the self-check phase. */
export function checkOptions(): LedgerCheckOptions {
  return { catalogue: hebeiCatalogue(), today: knownDay("2008-10-15"), isInArea: () => true };
}

export function fixture(name: string): Buffer {
  return readFileSync(new URL(`../fixtures/${name}`, import.meta.url));
}
