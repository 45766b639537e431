import { read } from "@anji/database";
import { hebeiPlan } from "@anji/campaign/testing";
import { factMistakes, type StatedFacts } from "@anji/findings";
import { fen, knownDay } from "@anji/kernel";
import { refusalOf } from "@anji/kernel/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { ledgerFacts } from "../src/queries/gate-source.ts";
import { classified, ledgerWorld, registered, type TestWorld } from "./world.ts";

describe("what is stated of a finding", () => {
  it.each<[guarantee: string, changes: Partial<StatedFacts>, path: string, rule: string]>([
    [
      "names a fund of the campaign",
      { lines: [{ fundLine: "lottery", kind: "B2", foundFen: fen(100) }] },
      "fundLine",
      "findings.fundUnknown",
    ],
    [
      "names a kind of the catalogue",
      { lines: [{ fundLine: "unemployment", kind: "Z9", foundFen: fen(100) }] },
      "kind",
      "findings.kindUnknown",
    ],
    [
      "names a kind that can occur in the fund",
      { lines: [{ fundLine: "unemployment", kind: "C5", foundFen: fen(100) }] },
      "kind",
      "findings.kindFund",
    ],
    [
      "gives no amount to a kind that has none",
      { lines: [{ fundLine: "unemployment", kind: "D5", foundFen: fen(100) }] },
      "foundFen",
      "findings.kindWithoutAmount",
    ],
    [
      "occurred before it was discovered",
      { occurrence: { text: "2008-11", precision: "month" } },
      "occurrence",
      "findings.occurredAfterDiscovered",
    ],
    [
      "was discovered by today",
      { discoveredOn: knownDay("2008-10-16") },
      "discoveredOn",
      "findings.discoveredInFuture",
    ],
  ])("%s", async (_, changes, path, rule) => {
    const facts: StatedFacts = {
      lines: [{ fundLine: "unemployment", kind: "B2", foundFen: fen(100) }],
      foundFen: fen(100),
      occurrence: { text: "2007", precision: "year" },
      discoveredOn: knownDay("2008-10-10"),
      responsibleLevel: "county",
      occupier: null,
    };
    const plan = hebeiPlan();
    const mistakesOf = (stated: StatedFacts) =>
      factMistakes({ plan, facts: stated, unitLevel: "county", today: knownDay("2008-10-15") });
    expect(mistakesOf(facts)).toEqual([]);
    expect(mistakesOf({ ...facts, ...changes })).toMatchObject([{ path, rule }]);
  });
});

describe("the ledger itself", () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await ledgerWorld();
  });

  async function offendersOf(gate: "findings.findingsClassified") {
    const facts = await read(world.ctxOf(world.people.clerk), (reader) =>
      ledgerFacts(reader, { campaign: { id: world.campaignId }, named: { within: reader.actor.path, max: 50 } }),
    );
    return facts.subjects[gate];
  }

  it("registers no finding of a fund the kind cannot occur in, and points at the kind", async () => {
    const refusal = await refusalOf(registered(world, { fundLine: "unemployment", kind: "C5" }));
    expect(refusal).toMatchObject({ code: "invalid", rule: "findings.kindFund", fields: [{ path: "kind" }] });
  });

  it("keeps a gate shut with every finding that nobody has classified, and with no other", async () => {
    const open = await registered(world);
    await classified(world);
    expect(await offendersOf("findings.findingsClassified")).toMatchObject([
      {
        unitCode: "130621",
        unitName: "满城县",
        subject: { kind: "finding", id: open.id, number: open.number },
        reason: "findings.unclassified",
      },
    ]);
  });
});
