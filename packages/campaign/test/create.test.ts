import { type ActorCtx, read as inOneRead } from "@anji/database";
import { auditOf } from "@anji/database/testing";
import { knownDay, mistakesOf, regionPath } from "@anji/kernel";
import { expectRefused, refusalOf } from "@anji/kernel/testing";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type GateSource, gateSource } from "../src/gate-source.ts";
import { createCampaignInput } from "../src/index.ts";
import { getCampaign, listCampaigns, phaseWindow, planOf, planTemplates } from "../src/queries/index.ts";
import { campaign, kindFund } from "../src/tables.ts";
import { aPlan } from "../src/testing.ts";
import { createCampaign } from "../src/verbs/index.ts";
import { campaignRoom, type CampaignRoom } from "./room.ts";

let room: CampaignRoom;

beforeAll(async () => {
  room = await campaignRoom("2008-07-01");
});
afterAll(() => room.end());

/** A later room that owns these gates and has nothing to check. */
function sourceOfKeys(keys: readonly string[]): GateSource {
  return gateSource({
    nothing: {},
    read: () => Promise.resolve({ byUnit: new Map(), subjects: {} }),
    gates: keys.map((key) => ({ key, levels: [], judge: () => [] })),
  });
}

function command() {
  return { commandId: crypto.randomUUID() };
}

describe("opening a campaign", () => {
  it("from the plan the product brings makes the plan data and its catalogue rows, with one audit row", async () => {
    const [plan] = planTemplates().items;
    if (plan === undefined) throw new Error("no plan comes with the product");
    const input = { ...command(), plan };
    const rules = plan.phases.flatMap((phase) => phase.gates.map((gate) => gate.rule));
    const created = await createCampaign([sourceOfKeys(rules)])(room.ctxOf(room.administrator), input);
    expect(created).toEqual({
      id: created.id,
      key: "hebei-2008",
      name: "河北省社会保险基金专项治理",
      phase: "deployment",
      version: 1,
    });
    const audit = await auditOf(room, { provincePath: "13", commandId: input.commandId });
    expect(audit.map((row) => [row.verb, row.subjectId, row.before])).toEqual([["campaign.create", created.id, null]]);
    const pairs = await room.under(room.administrator, (tx) =>
      tx.select().from(kindFund).where(eq(kindFund.campaignId, created.id)),
    );
    expect(pairs.map((pair) => `${pair.kind} ${pair.fundLine}`).toSorted()).toEqual(
      plan.kinds.flatMap((kind) => kind.fundLines.map((line) => `${kind.code} ${line}`)).toSorted(),
    );
    expect(await getCampaign(room.ctxOf(room.clerk), { campaignId: created.id })).toMatchObject({
      plan,
      phase: "deployment",
      history: [],
      phaseWindow: { from: "2008-07-01", to: "2008-08-31", daysLeft: 61, monthNo: 1 },
    });
  });

  it("from another plan needs no change of code: two kinds, two fund lines, other floors", async () => {
    const plan = aPlan({
      key: "second-2008",
      floors: { ...aPlan({}).floors, province: { ...aPlan({}).floors.province, percent: 100, of: "counties" } },
    });
    const id = await room.open(plan);
    const read = await getCampaign(room.ctxOf(await room.person("131102", "observer")), { campaignId: id });
    expect([read.plan.kinds.length, read.plan.floors.province.percent]).toEqual([2, 100]);
    const { items } = await listCampaigns(room.ctxOf(room.clerk));
    expect(items.map((item) => [item.key, item.isEnded])).toContainEqual(["second-2008", false]);
  });

  it("hands its plan to the province and below, also once it is known, and to no other province", async () => {
    const campaignId = await room.open(aPlan({ key: "known-2008" }));
    const county = await room.person("131102", "observer");
    const read = (ctx: ActorCtx) => inOneRead(ctx, (reader) => planOf(reader, campaignId));
    for (const ctx of [room.ctxOf(room.clerk), room.ctxOf(county)])
      expect((await read(ctx)).plan.key).toBe("known-2008");
    const stranger = { ...room.clerk, unitCode: "630000", path: regionPath("63") };
    for (const ctx of [room.ctxOf(stranger), room.unfilteredCtxOf(stranger)])
      expect((await refusalOf(read(ctx))).code).toBe("notFound");
  });

  it("is refused with a gate that cannot be checked, a key in use, and another province's plan", async () => {
    const create = (change: Parameters<typeof aPlan>[0]) =>
      refusalOf(
        createCampaign(room.contributed.gates)(room.ctxOf(room.administrator), { ...command(), plan: aPlan(change) }),
      );
    const [deployment, ...others] = aPlan({}).phases;
    if (deployment === undefined) throw new Error("no phase");
    const unknown = {
      ...deployment,
      gates: [{ rule: "campaign.moonPhase", title: "月相", sentence: "月相", owner: "天" }],
    };
    const gate = await create({ key: "moon", phases: [unknown, ...others] });
    expect([gate.code, gate.rule, gate.params]).toEqual([
      "invalid",
      "campaign.gateUnknown",
      { rule: "campaign.moonPhase" },
    ]);
    await room.open(aPlan({ key: "taken" }));
    expect((await create({ key: "taken" })).rule).toBe("campaign.keyTaken");
    expect((await create({ key: "other", provinceCode: "630000" })).rule).toBe("campaign.otherProvince");
    const { items } = await listCampaigns(room.ctxOf(room.clerk));
    expect(items.filter((item) => ["moon", "other"].includes(item.key))).toEqual([]);
  });

  it("is for the province's administrator", async () => {
    const input = { ...command(), plan: aPlan({ key: "not-allowed" }) };
    await expectRefused(createCampaign(room.contributed.gates)(room.ctxOf(room.leader), input), "kernel.roleMayNot");
    expect(
      (
        await refusalOf(
          createCampaign(room.contributed.gates)(room.ctxOf(await room.person("130100", "administrator")), input),
        )
      ).rule,
    ).toBe("kernel.levelMayNot");
  });

  it("is refused field by field when the plan disagrees with itself", () => {
    const plan = { ...aPlan({}), sheetTemplate: { version: "S-1", closingOn: "2012-01-01" } };
    const parsed = createCampaignInput.safeParse({ ...command(), plan });
    expect(parsed.success ? [] : mistakesOf(parsed.error).map((one) => [one.path, one.rule])).toEqual([
      ["plan.sheetTemplate.closingOn", "campaign.planOutsidePeriod"],
    ]);
  });
});

describe("the catalogue in the database", () => {
  it("keeps the plan of a running campaign from being taken away", async () => {
    const id = await room.open(aPlan({ key: "kept" }));
    const taking = room.under(room.administrator, (tx) => tx.delete(campaign).where(eq(campaign.id, id)));
    await expect(taking).rejects.toMatchObject({ cause: { code: "23503", table_name: "kind_fund" } });
  });
});

describe("the window of a phase", () => {
  it("counts the days that are left, below zero when it is over, and the month it is in", () => {
    const window = (on: string) => {
      const { daysLeft, monthNo } = phaseWindow(aPlan({}), "selfCheck", knownDay(on)) ?? {};
      return [daysLeft, monthNo];
    };
    expect(["2008-08-31", "2008-09-01", "2008-11-15", "2009-03-31", "2009-04-02"].map(window)).toEqual([
      [212, 1],
      [211, 1],
      [136, 3],
      [0, 7],
      [-2, 8],
    ]);
    expect(phaseWindow(aPlan({}), "ended", knownDay("2010-01-01"))).toBeNull();
  });
});
