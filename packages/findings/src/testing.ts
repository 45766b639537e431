import { randomUUID } from "node:crypto";
import type { CampaignPlan } from "@anji/campaign";
import { campaignWorld, type CampaignWorld } from "@anji/campaign/testing";
import type { TreeUnit } from "@anji/jurisdictions/testing";
import type { RuleBook } from "@anji/kernel";
import type { z } from "zod";
import { registerInput } from "./finding.inputs.ts";
import { findingsRules } from "./rules.ts";

/** The world with an empty ledger, in 自查自纠, on 2008-10-15; rooms above add their rules. */
export function openLedgerWorld(options: {
  appUrl: string;
  connections: number;
  plan: CampaignPlan;
  units: readonly TreeUnit[];
  rules: RuleBook;
}): Promise<CampaignWorld> {
  const rules = { ...findingsRules, ...options.rules };
  return campaignWorld({ ...options, rules, phase: "selfCheck", startsAt: "2008-10-15" });
}

/** The smallest registration the plan of Hebei 2008 accepts; a test names only what it speaks about. */
export function aRegistration(
  world: Pick<CampaignWorld, "campaignId">,
  changes: Partial<z.input<typeof registerInput>>,
): z.output<typeof registerInput> {
  return registerInput.parse({
    commandId: randomUUID(),
    campaignId: world.campaignId,
    unitCode: "130621",
    fundLine: "unemployment",
    kind: "B2",
    occurrence: { text: "2007", precision: "year" },
    discoveredOn: "2008-10-10",
    summary: "失业保险基金用于发放补贴",
    description: "",
    foundFen: "100000000",
    origin: "selfCheck",
    responsibleUnit: "县劳动保障局",
    responsibleLevel: "county",
    responsiblePerson: null,
    occupier: { category: "government", name: "县政府", level: "county", approver: null, usedOn: null },
    ...changes,
  });
}
