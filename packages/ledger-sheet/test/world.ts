import { randomUUID } from "node:crypto";
import { type CampaignWorld, hebeiPlan } from "@anji/campaign/testing";
import { classifyInput, type FindingRow, recordSettlementInput } from "@anji/findings";
import { openLedgerWorld } from "@anji/findings/testing";
import { recordSettlement } from "@anji/findings/verbs";
import { hebeiUnits } from "@anji/jurisdictions/testing";
import type { Actor, Role } from "@anji/kernel";
import { ledgerSheetRules } from "@anji/ledger-sheet";
import { testDatabase } from "@anji/testing";
import { workbookRules } from "@anji/workbook";
import { afterAll } from "vitest";

export type People = {
  clerk: Actor;
  reviewer: Actor;
  leader: Actor;
  cityClerk: Actor;
  provinceClerk: Actor;
};
export type TestWorld = CampaignWorld & { people: People };

/** The tree of Hebei in 2008 with an empty ledger, in 自查自纠, on 2008-10-15. */
export async function ledgerWorld(): Promise<TestWorld> {
  const { appUrl } = await testDatabase();
  const rules = { ...workbookRules, ...ledgerSheetRules };
  const world = await openLedgerWorld({ appUrl, connections: 4, plan: hebeiPlan(), units: hebeiUnits(), rules });
  afterAll(() => world.end());
  const somebody = (unitCode: string, role: Role) =>
    world.addPerson({ name: `${unitCode} ${role}`, unitCode, roles: [role] });
  return {
    ...world,
    people: {
      clerk: await somebody("130621", "clerk"),
      reviewer: await somebody("130621", "reviewer"),
      leader: await somebody("130621", "leader"),
      cityClerk: await somebody("130600", "clerk"),
      provinceClerk: await somebody("130000", "clerk"),
    },
  };
}

export function command() {
  return { commandId: randomUUID() };
}

export function at(row: Pick<FindingRow, "id" | "version">) {
  return { ...command(), id: row.id, version: row.version };
}

export function classification(row: FindingRow) {
  return classifyInput.parse({
    ...at(row),
    nature: "breach",
    responsibleUnit: row.responsibleUnit,
    responsibleLevel: row.responsibleLevel,
    responsiblePerson: "王某",
    handlingOpinion: "责令归还基金",
    means: ["economic"],
  });
}

export async function recordSettlementFor(world: TestWorld, row: FindingRow, amountFen: string): Promise<FindingRow> {
  const settlement = {
    lineNo: 1,
    channel: "recovered",
    amountFen,
    settledOn: "2008-10-14",
    voucherNo: "记-12",
    note: "",
  };
  return recordSettlement(world.ctxOf(world.people.clerk), recordSettlementInput.parse({ ...at(row), ...settlement }));
}
