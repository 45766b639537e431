import { auditOf } from "@anji/database/testing";
import { addAgency } from "@anji/jurisdictions/verbs";
import { type Id, knownDay, newId, regionPath } from "@anji/kernel";
import { expectRefused, refusalOf } from "@anji/kernel/testing";
import { asc, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { advanced, CAMPAIGN_STATES, type CampaignState, INITIAL_STATE } from "../src/index.ts";
import { gatesView, getCampaign } from "../src/queries/index.ts";
import { campaign, phaseEvent } from "../src/tables.ts";
import { aPlan } from "../src/testing.ts";
import { advance, approveWaiver, requestWaiver } from "../src/verbs/index.ts";
import { campaignRoom, type CampaignRoom, CITIES } from "./room.ts";

let room: CampaignRoom;
let campaignId: Id<"campaign">;

beforeEach(async () => {
  room = await campaignRoom("2008-08-31");
  campaignId = await room.open(aPlan({}));
});
afterEach(() => room.end());

function sign(options: { version: number; to: CampaignState; commandId?: string }) {
  return advance(room.contributed)(room.ctxOf(room.leader), {
    commandId: crypto.randomUUID(),
    campaignId,
    documentNo: "冀社保治〔2008〕5号",
    remark: "",
    ...options,
  });
}

/** Every unit has done everything a gate asks. */
function allDone(): void {
  room.facts = Object.fromEntries(CITIES.map((code) => [code, { isDone: true }]));
}

async function everyCountyDone(): Promise<void> {
  const { matrix } = await gatesView(room.ctxOf(room.clerk), room.contributed, {
    campaignId,
    phase: "selfCheck",
    unitCode: null,
  });
  for (const row of matrix.units) {
    const inside = await gatesView(room.ctxOf(room.clerk), room.contributed, {
      campaignId,
      phase: "selfCheck",
      unitCode: row.unitCode,
    });
    for (const county of inside.matrix.units) room.facts[county.unitCode] = { isDone: true };
  }
}

function stored() {
  return room.under(room.leader, (tx) =>
    tx.select().from(phaseEvent).where(eq(phaseEvent.campaignId, campaignId)).orderBy(asc(phaseEvent.seq)),
  );
}

describe("signing the campaign into its next phase", () => {
  it("is refused while a gate fails, and leaves nothing", async () => {
    const commandId = crypto.randomUUID();
    const refused = await refusalOf(sign({ version: 1, to: "selfCheck", commandId }));
    expect([refused.code, refused.rule, refused.params]).toEqual([
      "precondition",
      "campaign.gatesFail",
      { count: 1, numbers: "1" },
    ]);
    expect([await stored(), await auditOf(room, { provincePath: "13", commandId })]).toEqual([[], []]);
    expect(await getCampaign(room.ctxOf(room.clerk), { campaignId })).toMatchObject({
      phase: "deployment",
      version: 1,
    });
  });

  it("stores what every gate said at that moment with the signature, and one audit row", async () => {
    allDone();
    const commandId = crypto.randomUUID();
    expect(await sign({ version: 1, to: "selfCheck", commandId })).toEqual({
      id: campaignId,
      version: 2,
      phase: "selfCheck",
    });
    room.facts = {};
    const { history, phase, version } = await getCampaign(room.ctxOf(room.clerk), { campaignId });
    expect([phase, version]).toEqual(["selfCheck", 2]);
    expect(history).toMatchObject([
      {
        seq: 1,
        from: "deployment",
        to: "selfCheck",
        signedBy: room.leader.name,
        signedAt: "2008-08-31T04:00:00.000Z",
        documentNo: "冀社保治〔2008〕5号",
      },
    ]);
    expect(history[0]?.openMatters).toEqual([{ key: "planted.open", count: 3, amountFen: "12345" }]);
    expect(history[0]?.gates.map((gate) => [gate.rule, gate.state, gate.passed, gate.total])).toEqual([
      ["planted.citiesReady", "pass", 11, 11],
    ]);
    const audit = await auditOf(room, { provincePath: "13", commandId });
    expect(audit.map((row) => [row.verb, row.campaignId, row.before])).toEqual([
      ["campaign.advance", campaignId, { phase: "deployment", version: 1 }],
    ]);
  });

  it("passes with a waiver in force for each who is missing, and the gate's result says so", async () => {
    allDone();
    room.facts["130900"] = { isDone: false };
    await expectRefused(sign({ version: 1, to: "selfCheck" }), "campaign.gatesFail");
    const asking = await room.person("130900", "clerk");
    const waiver = await requestWaiver(room.contributed.gates)(room.ctxOf(asking), {
      commandId: crypto.randomUUID(),
      campaignId,
      rule: "planted.citiesReady",
      unitCode: "130900",
      kind: "delay",
      reason: "实施方案待市政府常务会议审定，会期已定在九月十二日",
      expiresOn: knownDay("2008-09-15"),
    });
    await expectRefused(sign({ version: 1, to: "selfCheck" }), "campaign.gatesFail");
    await approveWaiver(room.ctxOf(room.leader), {
      commandId: crypto.randomUUID(),
      id: waiver.id,
      version: 1,
      documentNo: "冀社保治〔2008〕4号",
    });
    room.moveTo("2008-09-16");
    await expectRefused(sign({ version: 1, to: "selfCheck" }), "campaign.gatesFail");
    room.moveTo("2008-09-15");
    await sign({ version: 1, to: "selfCheck" });
    const { history } = await getCampaign(room.ctxOf(room.clerk), { campaignId });
    expect(history[0]?.gates.map((gate) => [gate.state, gate.passed, gate.total])).toEqual([["waived", 10, 11]]);
  });

  it("from an old version is answered with where the campaign stands", async () => {
    allDone();
    await sign({ version: 1, to: "selfCheck" });
    const refused = await refusalOf(sign({ version: 1, to: "selfCheck" }));
    expect([refused.code, refused.rule, refused.current]).toEqual([
      "stale",
      "kernel.stale",
      { id: campaignId, version: 2, phase: "selfCheck" },
    ]);
  });

  it("leads to the next phase and to no other", async () => {
    allDone();
    for (const to of ["deployment", "acceptance", "summary", "ended"] as const) {
      const refused = await refusalOf(sign({ version: 1, to }));
      expect([refused.code, refused.rule]).toEqual(["conflict", "campaign.notNextPhase"]);
    }
  });

  it("by eight at once is done by one", async () => {
    allDone();
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => sign({ version: 1, to: "selfCheck" })));
    expect(outcomes.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect((await stored()).map((event) => event.seq)).toEqual([1]);
  });

  it("is for the province's leader: no other role, no other level, no agency", async () => {
    allDone();
    const { administrator, clerk } = room;
    const input = {
      commandId: crypto.randomUUID(),
      campaignId,
      version: 1,
      to: "selfCheck",
      documentNo: "1号",
      remark: "",
    } as const;
    const attempt = async (actor: typeof clerk) =>
      (await refusalOf(advance(room.contributed)(room.ctxOf(actor), { ...input, commandId: crypto.randomUUID() })))
        .rule;
    for (const actor of [administrator, clerk]) expect(await attempt(actor)).toBe("kernel.roleMayNot");
    for (const unitCode of ["130100", "130102"])
      expect(await attempt(await room.person(unitCode, "leader"))).toBe("kernel.levelMayNot");
    const { code } = await addAgency(room.ctxOf(administrator), {
      commandId: crypto.randomUUID(),
      parentCode: "130000",
      name: "省社保局",
    });
    expect(await attempt({ ...room.leader, unitCode: code })).toBe("campaign.provinceSigns");
  });

  it("of another province's campaign, or of none, is not found", async () => {
    const input = {
      commandId: crypto.randomUUID(),
      version: 1,
      to: "selfCheck",
      documentNo: "1号",
      remark: "",
    } as const;
    const nowhere = newId<"campaign">(new Date());
    for (const ctx of [room.ctxOf(room.leader), room.unfilteredCtxOf(room.leader)]) {
      expect((await refusalOf(advance(room.contributed)(ctx, { ...input, campaignId: nowhere }))).code).toBe(
        "notFound",
      );
    }
    const stranger = { ...room.leader, unitCode: "630000", path: regionPath("63") };
    for (const ctx of [room.ctxOf(stranger), room.unfilteredCtxOf(stranger)]) {
      expect((await refusalOf(advance(room.contributed)(ctx, { ...input, campaignId }))).code).toBe("notFound");
    }
  });
});

describe("a whole campaign", () => {
  it("goes through all four phases to its end, and its stored steps fold to where it stands", async () => {
    allDone();
    await everyCountyDone();
    for (const [index, to] of CAMPAIGN_STATES.slice(1).entries()) await sign({ version: index + 1, to });
    const events = await stored();
    expect(events.map((event) => [event.seq, event.from, event.to])).toEqual([
      [1, "deployment", "selfCheck"],
      [2, "selfCheck", "acceptance"],
      [3, "acceptance", "summary"],
      [4, "summary", "ended"],
    ]);
    const folded = events.reduce<CampaignState>((state, event) => {
      expect([state, event.event]).toEqual([event.from, "advance"]);
      return advanced(state, { type: "advance", gatesHold: true });
    }, INITIAL_STATE);
    const [row] = await room.under(room.leader, (tx) => tx.select().from(campaign).where(eq(campaign.id, campaignId)));
    expect([folded, row?.phase, row?.version]).toEqual(["ended", "ended", 5]);
    const refused = await refusalOf(sign({ version: 5, to: "ended" }));
    expect([refused.code, refused.rule]).toEqual(["precondition", "campaign.alreadyEnded"]);
    const late = requestWaiver(room.contributed.gates)(room.ctxOf(await room.person("130100", "clerk")), {
      commandId: crypto.randomUUID(),
      campaignId,
      rule: "planted.citiesReady",
      unitCode: "130100",
      kind: "delay",
      reason: "实施方案待市政府常务会议审定，会期已定在九月十二日",
      expiresOn: knownDay("2009-12-31"),
    });
    await expectRefused(late, "campaign.alreadyEnded");
  });

  it("cannot have its signed steps changed or taken back, by anyone", async () => {
    allDone();
    await sign({ version: 1, to: "selfCheck" });
    for (const statement of ["update campaign.phase_event set remark = 'x'", "delete from campaign.phase_event"]) {
      await expect(room.under(room.leader, (tx) => tx.execute(statement))).rejects.toMatchObject({
        cause: { code: "42501" },
      });
    }
    expect(await stored()).toHaveLength(1);
  });
});
