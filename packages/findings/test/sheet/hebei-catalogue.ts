import { readFileSync } from "node:fs";

import { campaignPlan } from "@anji/campaign";
import { knownDay, pathOfCode } from "@anji/kernel";
import type { LedgerCheckOptions } from "../../src/sheet/check-ledger.ts";
import type { LedgerCatalogue, LedgerUnit } from "../../src/sheet/ledger-catalogue.ts";
import { ledgerCatalogue } from "../../src/sheet/plan-catalogue.ts";

const PLAN = new URL("../../../campaign/plans/hebei-2008.json", import.meta.url);
const LEVELS: Readonly<Record<string, LedgerUnit["level"]>> = { 省: "province", 市: "city", 县: "county" };

/** The catalogue of the first campaign, from the plan itself and the region tree of the fixtures. */
export function hebeiCatalogue(): LedgerCatalogue {
  const plan = campaignPlan.parse(JSON.parse(readFileSync(PLAN, "utf8")));
  return ledgerCatalogue(plan, hebeiUnits());
}

/** The whole province checks on a day of the self-check phase. */
export function checkOptions(): LedgerCheckOptions {
  return { catalogue: hebeiCatalogue(), today: knownDay("2008-10-15"), isInArea: () => true };
}

export function fixture(name: string): Buffer {
  return readFileSync(new URL(`../fixtures/${name}`, import.meta.url));
}

function hebeiUnits(): readonly LedgerUnit[] {
  const lines = fixture("hebei-2008-units.csv").toString("utf8").trim().split(/\r?\n/).slice(1);
  return lines.map((line) => {
    const [code = "", name = "", parent = "", level = ""] = line.split(",");
    return { code, name, parentCode: parent === "" ? null : parent, level: LEVELS[level] ?? "county", path: pathOfCode(code) };
  });
}
