import { auditOf } from "@anji/database/testing";
import { addAgency } from "@anji/jurisdictions/verbs";
import { type Actor, type Id, knownDay } from "@anji/kernel";
import { expectRefused, refusalOf } from "@anji/kernel/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { campaignWork, gatesView, listWaivers } from "../src/queries/index.ts";
import { aPlan } from "../src/testing.ts";
import { campaign } from "../src/tables.ts";
import { requestWaiverInput } from "../src/index.ts";
import { waiverLifecycle } from "../src/waiver.lifecycle.ts";
import { acknowledgeWaiver, approveWaiver, rejectWaiver, requestWaiver } from "../src/verbs/index.ts";
import { campaignRoom, type CampaignRoom } from "./room.ts";
import { eq } from "drizzle-orm";

let room: CampaignRoom;
let campaignId: Id<"campaign">;
let city: Actor;
let cityLeader: Actor;
let county: Actor;

beforeAll(async () => {
  room = await campaignRoom("2008-10-10");
  city = await room.person("130100", "clerk");
  cityLeader = await room.person("130100", "leader");
  county = await room.person("130102", "clerk");
});
beforeEach(async () => {
  room.facts = {};
  room.moveTo("2008-10-10");
  campaignId = await room.open(aPlan({ key: `test-${crypto.randomUUID()}` }));
});
afterAll(() => room.end());

type Asked = Parameters<ReturnType<typeof requestWaiver>>[1];

function requestOf(unitCode: string): Asked {
  return {
    commandId: crypto.randomUUID(),
    campaignId,
    rule: "planted.countiesDone",
    unitCode,
    kind: "delay",
    reason: `${unitCode}账册送审计机关审查，十月底前取回补报`,
    expiresOn: knownDay("2008-10-31"),
  };
}

function ask(actor: Actor, change: Partial<Asked>) {
  return requestWaiver(room.contributed.gates)(room.ctxOf(actor), { ...requestOf(actor.unitCode), ...change });
}

function approval(id: Id<"waiver">, version: number) {
  return { commandId: crypto.randomUUID(), id, version, documentNo: "石社保治〔2008〕9号" };
}

function rejection(id: Id<"waiver">, version: number) {
  return { commandId: crypto.randomUUID(), id, version, remark: "理由不足" };
}

async function listed(actor: Actor, id: Id<"waiver">) {
  const { items } = await listWaivers(room.ctxOf(actor), room.contributed.gates, { campaignId });
  return items.find((item) => item.id === id);
}

function setPhase(phase: "selfCheck" | "acceptance" | "ended") {
  return room.under(room.leader, (tx) => tx.update(campaign).set({ phase }).where(eq(campaign.id, campaignId)));
}

async function cardsOf(actor: Actor) {
  const work = await campaignWork(room.ctxOf(actor), { ...room.contributed, work: [] }, { campaignId });
  return work.map((item) => [item.verb, item.subject.kind, item.dueOn]);
}

describe("asking for a waiver", () => {
  it("is recorded with its kind, its reason and its last day, and one audit row", async () => {
    const input = requestOf("130102");
    const asked = await ask(county, input);
    expect(asked).toMatchObject({ version: 1, status: "requested" });
    expect(await listed(county, asked.id)).toMatchObject({
      rule: input.rule,
      kind: "delay",
      unitCode: "130102",
      unitName: "长安区",
      reason: input.reason,
      expiresOn: "2008-10-31",
      decideBy: "2008-10-20",
      status: "requested",
      state: "requested",
    });
    const audit = await auditOf(room, { provincePath: "13", commandId: input.commandId });
    expect(audit).toMatchObject([
      {
        verb: "campaign.requestWaiver",
        after: { kind: "delay", reason: input.reason, expiresOn: "2008-10-31", rule: input.rule },
      },
    ]);
  });

  it("is for one's own unit, one of the campaign's rules and a day to come", async () => {
    const refused = (change: Partial<Asked>) => refusalOf(ask(county, change));
    expect((await refusalOf(ask(city, { unitCode: "130102" }))).rule).toBe("campaign.ownUnitOnly");
    expect((await refused({ unitCode: "130200" })).code).toBe("notFound");
    expect((await refused({ rule: "campaign.moonPhase" })).rule).toBe("campaign.waiverRuleUnknown");
    const expired = await refused({ expiresOn: knownDay("2008-10-10") });
    expect([expired.rule, expired.fields[0]?.path]).toEqual(["campaign.waiverExpired", "expiresOn"]);
    await expectRefused(ask(room.clerk, {}), "kernel.levelMayNot");
    await expectRefused(ask(await room.person("130100", "administrator"), {}), "kernel.roleMayNot");
  });

  it("lasts until the end of the campaign at the latest", async () => {
    await expectRefused(ask(county, { expiresOn: knownDay("2010-01-01") }), "campaign.waiverBeyondEnd");
    expect(await ask(county, { expiresOn: knownDay("2009-12-31") })).toMatchObject({ status: "requested" });
  });

  it("is for a condition of the running phase or of one to come, never of one that is over", async () => {
    await setPhase("acceptance");
    await expectRefused(ask(county, {}), "campaign.waiverPhaseOver");
    expect(await ask(city, { rule: "planted.citiesFinished" })).toMatchObject({ status: "requested" });
  });

  it("is for a duty of one's own: no unit asks for another level's, and the province's duties have none", async () => {
    await expectRefused(ask(city, {}), "campaign.waiverOtherDuty");
    await expectRefused(ask(city, { rule: "planted.provinceShare" }), "campaign.waiverOtherDuty");
  });

  it("gives a reason of at least 20 characters, copied from nobody: not from another unit, not from another request", async () => {
    expect(requestWaiverInput.safeParse({ ...requestOf("130102"), reason: "确有困难，申请豁免" }).success).toBe(false);
    const reason = "账册送审计机关审查，十月底前取回后补报自查结果";
    await ask(county, { reason });
    const other = await room.person("130203", "clerk");
    const copied = await expectRefused(ask(other, { reason: ` ${reason}。 ` }), "campaign.waiverReasonCopied");
    expect(copied.fields[0]?.path).toBe("reason");
    await expectRefused(ask(county, { rule: "planted.thingsClosed", reason }), "campaign.waiverReasonCopied");
  });

  it("is open to a tenth of the units of a condition and at least one; a refused or expired request frees its place", async () => {
    const cities = ["130200", "130300"];
    const [one, other] = await Promise.all(cities.map((code) => room.person(code, "clerk")));
    if (one === undefined || other === undefined) throw new Error("two cities");
    const rule = "planted.citiesReady";
    const outcomes = await Promise.allSettled([ask(one, { rule }), ask(other, { rule })]);
    expect(outcomes.map((outcome) => outcome.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const third = await room.person("130400", "clerk");
    const refused = await expectRefused(ask(third, { rule }), "campaign.waiverShare");
    expect(refused.params).toEqual({ max: 1, others: 1 });
    room.moveTo("2008-10-21");
    expect(await ask(third, { rule })).toMatchObject({ status: "requested" });
  });

  it("counts the units of the frozen roster, not those added since", async () => {
    const { conditions } = await listWaivers(room.ctxOf(county), room.contributed.gates, { campaignId });
    const share = conditions.find((one) => one.rule === "planted.countiesDone");
    expect(share).toMatchObject({ of: 172, max: 17, used: 0, whyNot: null });
    expect(conditions.find((one) => one.rule === "planted.citiesReady")).toMatchObject({
      max: 1,
      whyNot: { rule: "campaign.waiverOtherDuty" },
    });
  });
});

describe("asking again for the same condition", () => {
  it("is refused while a request waits or an approved waiver lasts as long; to reach further, or after a refusal, it is open", async () => {
    const until = (expiresOn: string) => ask(county, { expiresOn: knownDay(expiresOn) });
    const first = await until("2008-10-31");
    await expectRefused(until("2008-11-30"), "campaign.waiverStands");
    await approveWaiver(room.ctxOf(cityLeader), approval(first.id, 1));
    await expectRefused(until("2008-10-31"), "campaign.waiverStands");
    const longer = await until("2008-11-30");
    await rejectWaiver(room.ctxOf(cityLeader), rejection(longer.id, 1));
    const outcomes = await Promise.allSettled([until("2008-11-15"), until("2008-11-16")]);
    expect(outcomes.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("deciding a waiver", () => {
  it("takes another person, one level up, and leaves one audit row", async () => {
    const asked = await ask(county, {});
    const input = approval(asked.id, 1);
    expect(await approveWaiver(room.ctxOf(cityLeader), input)).toEqual({
      id: asked.id,
      version: 2,
      status: "approved",
    });
    const [audit] = await auditOf(room, { provincePath: "13", commandId: input.commandId });
    expect([audit?.verb, audit?.personId]).toEqual(["campaign.approveWaiver", cityLeader.personId]);
    expect(await listed(county, asked.id)).toMatchObject({
      status: "approved",
      decidedByName: cityLeader.name,
      documentNo: "石社保治〔2008〕9号",
      events: [
        { seq: 1, event: "requestWaiver", from: null, to: "requested", by: county.name, documentNo: null },
        { seq: 2, event: "approveWaiver", from: "requested", to: "approved", documentNo: "石社保治〔2008〕9号" },
      ],
    });
    expect(waiverLifecycle.replay(["requestWaiver", "approveWaiver"])).toBe("approved");
  });

  it("is refused two levels up, at the same level, by another city and by an agency", async () => {
    const asked = await ask(county, {});
    const decide = (actor: Actor) => refusalOf(approveWaiver(room.ctxOf(actor), approval(asked.id, 1)));
    expect((await decide(room.leader)).rule).toBe("campaign.waiverOneLevelUp");
    expect((await decide(await room.person("130102", "leader"))).rule).toBe("kernel.levelMayNot");
    expect((await decide(await room.person("130200", "leader"))).code).toBe("notFound");
    expect((await decide(city)).rule).toBe("kernel.roleMayNot");
    const { code } = await addAgency(room.ctxOf(await room.person("130100", "administrator")), {
      commandId: crypto.randomUUID(),
      parentCode: "130100",
      name: "市社保局",
    });
    expect((await decide({ ...cityLeader, unitCode: code })).rule).toBe("campaign.waiverOneLevelUp");
  });

  it("is refused to the one who asked, in the database too", async () => {
    const mover = await room.person("130200", "leader");
    const asked = await ask(mover, { rule: "planted.citiesReady" });
    const promoted = { ...room.leader, personId: mover.personId };
    await expectRefused(approveWaiver(room.ctxOf(promoted), approval(asked.id, 1)), "campaign.waiverTwoPersons");
    const direct = room.under(room.leader, (tx) =>
      tx.execute(`update campaign.waiver set status = 'approved', decided_by = requested_by where id = '${asked.id}'`),
    );
    await expect(direct).rejects.toMatchObject({ cause: { constraint_name: "waiver_two_persons" } });
  });

  it("is done once, and from an old version is answered with the current state", async () => {
    const asked = await ask(county, {});
    const rejected = await rejectWaiver(room.ctxOf(cityLeader), rejection(asked.id, 1));
    expect(rejected).toMatchObject({ status: "rejected", version: 2 });
    const stale = await refusalOf(approveWaiver(room.ctxOf(cityLeader), approval(asked.id, 1)));
    expect([stale.code, stale.current]).toEqual(["stale", { id: asked.id, version: 2, status: "rejected" }]);
    await expectRefused(approveWaiver(room.ctxOf(cityLeader), approval(asked.id, 2)), "campaign.waiverDecided");
  });

  it("by two at once is done by one", async () => {
    const asked = await ask(county, {});
    const outcomes = await Promise.allSettled([
      approveWaiver(room.ctxOf(cityLeader), approval(asked.id, 1)),
      rejectWaiver(room.ctxOf(await room.person("130100", "leader")), rejection(asked.id, 1)),
    ]);
    expect(outcomes.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  });

  it("cannot approve what has expired, but can still reject it", async () => {
    const asked = await ask(county, { expiresOn: knownDay("2008-10-15") });
    room.moveTo("2008-10-15");
    await expectRefused(approveWaiver(room.ctxOf(cityLeader), approval(asked.id, 1)), "campaign.waiverExpired");
    expect((await rejectWaiver(room.ctxOf(cityLeader), rejection(asked.id, 1))).status).toBe("rejected");
  });

  it("is open for the days the plan gives; then the request has expired, says so, and no card leads to it", async () => {
    const asked = await ask(county, {});
    room.moveTo("2008-10-20");
    expect(await cardsOf(cityLeader)).toEqual([["campaign.approveWaiver", "waiver", "2008-10-20"]]);
    room.moveTo("2008-10-21");
    await expectRefused(approveWaiver(room.ctxOf(cityLeader), approval(asked.id, 1)), "campaign.waiverLapsed");
    await expectRefused(rejectWaiver(room.ctxOf(cityLeader), rejection(asked.id, 1)), "campaign.waiverLapsed");
    expect(await cardsOf(cityLeader)).toEqual([]);
    expect((await listed(county, asked.id))?.state).toBe("lapsed");
  });
});

describe("what was decided", () => {
  it("waits for somebody of the unit to see it, also when nobody decided in time", async () => {
    const asked = await ask(county, {});
    const seen = (version: number) => ({ commandId: crypto.randomUUID(), id: asked.id, version });
    await expectRefused(acknowledgeWaiver(room.ctxOf(county), seen(1)), "campaign.waiverUndecided");
    await rejectWaiver(room.ctxOf(cityLeader), rejection(asked.id, 1));
    expect(await cardsOf(county)).toEqual([["campaign.acknowledgeWaiver", "waiver", null]]);
    await expectRefused(acknowledgeWaiver(room.ctxOf(city), seen(2)), "campaign.ownUnitOnly");
    const input = seen(2);
    expect(await acknowledgeWaiver(room.ctxOf(county), input)).toMatchObject({ version: 3, status: "rejected" });
    expect(await auditOf(room, { provincePath: "13", commandId: input.commandId })).toHaveLength(1);
    await expectRefused(acknowledgeWaiver(room.ctxOf(county), seen(3)), "campaign.waiverSeen");
    expect(await cardsOf(county)).toEqual([]);
    await ask(county, { reason: "账册仍在审计机关，取回日期已由审计机关书面确认" });
    room.moveTo("2008-10-25");
    expect(await cardsOf(county)).toEqual([["campaign.acknowledgeWaiver", "waiver", null]]);
  });
});

describe("a delay", () => {
  it("keeps the duty: it waits for the unit, is shown unmet after its day and phase, and ends when it is done", async () => {
    const asked = await ask(county, {});
    await approveWaiver(room.ctxOf(cityLeader), approval(asked.id, 1));
    const waiting = (cards: unknown[][]) => cards.filter(([, kind]) => kind === "delay");
    expect(waiting(await cardsOf(county))).toEqual([["campaign.requestWaiver", "delay", "2008-10-31"]]);
    await setPhase("acceptance");
    room.moveTo("2009-04-10");
    const view = () =>
      gatesView(room.ctxOf(county), room.contributed, { campaignId, phase: "selfCheck", unitCode: null });
    const { gates, waivers } = await view();
    expect([gates[0]?.state, gates[0]?.offenderCount, waivers.map((one) => [one.id, one.state])]).toEqual([
      "unmet",
      1,
      [[asked.id, "unmet"]],
    ]);
    expect(waiting(await cardsOf(county))).toHaveLength(1);
    room.facts = { "130102": { isDone: true } };
    expect([(await view()).gates[0]?.state, (await listed(county, asked.id))?.state]).toEqual(["pass", "met"]);
    expect(waiting(await cardsOf(county))).toEqual([]);
  });
});

describe("after the end of the campaign", () => {
  it("an open request has expired, and no card of anybody leads to an act on it", async () => {
    const asked = await ask(county, {});
    const approved = await ask(await room.person("130104", "clerk"), {});
    await approveWaiver(room.ctxOf(cityLeader), approval(approved.id, 1));
    await setPhase("ended");
    expect((await listed(county, asked.id))?.state).toBe("lapsed");
    for (const actor of [county, cityLeader, await room.person("130104", "clerk"), room.leader])
      expect(await cardsOf(actor)).toEqual([]);
    await expectRefused(approveWaiver(room.ctxOf(cityLeader), approval(asked.id, 1)), "campaign.alreadyEnded");
  });
});

describe("a waiver of a city", () => {
  it("is seen by its counties, covers none of them, and is seen by no other city", async () => {
    const asking = await room.person("130300", "leader");
    const asked = await ask(asking, { rule: "planted.citiesReady" });
    await approveWaiver(room.ctxOf(room.leader), approval(asked.id, 1));
    const below = await room.person("130302", "clerk");
    for (const ctx of [room.ctxOf(below), room.unfilteredCtxOf(below)]) {
      const { items } = await listWaivers(ctx, room.contributed.gates, { campaignId });
      expect(items.map((one) => one.id)).toEqual([asked.id]);
    }
    for (const ctx of [room.ctxOf(cityLeader), room.unfilteredCtxOf(cityLeader)]) {
      const { items } = await listWaivers(ctx, room.contributed.gates, { campaignId });
      expect(items.some((one) => one.id === asked.id)).toBe(false);
    }
  });
});
