import { auditOf } from "@anji/database/testing";
import { addAgency } from "@anji/jurisdictions/verbs";
import { type Actor, type Id, knownDay } from "@anji/kernel";
import { expectRefused, refusalOf } from "@anji/kernel/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { gatesView, listWaivers } from "../src/queries/index.ts";
import { aPlan } from "../src/testing.ts";
import { waiverLifecycle } from "../src/waiver.lifecycle.ts";
import { approveWaiver, rejectWaiver, requestWaiver } from "../src/verbs/index.ts";
import { campaignRoom, type CampaignRoom } from "./room.ts";

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
  room.moveTo("2008-10-10");
  campaignId = await room.open(aPlan({ key: `test-${crypto.randomUUID()}` }));
});
afterAll(() => room.end());

function requestOf(unitCode: string) {
  return {
    commandId: crypto.randomUUID(),
    campaignId,
    rule: "planted.countiesDone",
    unitCode,
    reason: "账册送审，十月底前补报",
    expiresOn: knownDay("2008-10-31"),
  };
}

function approval(id: Id<"waiver">, version: number) {
  return { commandId: crypto.randomUUID(), id, version, documentNo: "石社保治〔2008〕9号" };
}

describe("asking for a waiver", () => {
  it("is recorded with its reason and its last day, and one audit row", async () => {
    const input = requestOf("130102");
    const asked = await requestWaiver(room.ctxOf(county), input);
    expect(asked).toMatchObject({ version: 1, status: "requested" });
    const { items } = await listWaivers(room.ctxOf(county), { campaignId });
    expect(items.find((item) => item.id === asked.id)).toMatchObject({
      rule: input.rule,
      unitCode: "130102",
      unitName: "长安区",
      reason: input.reason,
      expiresOn: "2008-10-31",
      status: "requested",
    });
    const audit = await auditOf(room, { provincePath: "13", commandId: input.commandId });
    expect(audit).toMatchObject([
      { verb: "campaign.requestWaiver", after: { reason: input.reason, expiresOn: "2008-10-31", rule: input.rule } },
    ]);
  });

  it("is for one's own unit, one of the campaign's rules and a day to come", async () => {
    const ask = (change: Partial<ReturnType<typeof requestOf>>) =>
      refusalOf(requestWaiver(room.ctxOf(city), { ...requestOf("130100"), ...change }));
    expect((await ask({ unitCode: "130102" })).rule).toBe("campaign.ownUnitOnly");
    expect((await ask({ unitCode: "130200" })).code).toBe("notFound");
    expect((await ask({ rule: "campaign.moonPhase" })).rule).toBe("campaign.waiverRuleUnknown");
    const expired = await ask({ expiresOn: knownDay("2008-10-10") });
    expect([expired.rule, expired.fields[0]?.path]).toEqual(["campaign.waiverExpired", "expiresOn"]);
    await expectRefused(requestWaiver(room.ctxOf(room.clerk), requestOf("130000")), "kernel.levelMayNot");
    const administrator = await room.person("130100", "administrator");
    await expectRefused(requestWaiver(room.ctxOf(administrator), requestOf("130100")), "kernel.roleMayNot");
  });
});

describe("asking again for the same condition", () => {
  it("is refused while a request waits or an approved waiver lasts as long; to reach further, or after a refusal, it is open", async () => {
    const ask = (expiresOn: string) =>
      requestWaiver(room.ctxOf(county), { ...requestOf("130102"), expiresOn: knownDay(expiresOn) });
    const first = await ask("2008-10-31");
    await expectRefused(ask("2008-11-30"), "campaign.waiverStands");
    await approveWaiver(room.ctxOf(cityLeader), approval(first.id, 1));
    await expectRefused(ask("2008-10-31"), "campaign.waiverStands");
    const longer = await ask("2008-11-30");
    await rejectWaiver(room.ctxOf(cityLeader), {
      commandId: crypto.randomUUID(),
      id: longer.id,
      version: 1,
      remark: "理由不足",
    });
    const outcomes = await Promise.allSettled([ask("2008-11-15"), ask("2008-11-16")]);
    expect(outcomes.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("deciding a waiver", () => {
  it("takes another person, one level up, and leaves one audit row", async () => {
    const asked = await requestWaiver(room.ctxOf(county), requestOf("130102"));
    const input = approval(asked.id, 1);
    expect(await approveWaiver(room.ctxOf(cityLeader), input)).toEqual({
      id: asked.id,
      version: 2,
      status: "approved",
    });
    const [audit] = await auditOf(room, { provincePath: "13", commandId: input.commandId });
    expect([audit?.verb, audit?.personId]).toEqual(["campaign.approveWaiver", cityLeader.personId]);
    const { items } = await listWaivers(room.ctxOf(county), { campaignId });
    expect(items.find((item) => item.id === asked.id)).toMatchObject({
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
    const asked = await requestWaiver(room.ctxOf(county), requestOf("130102"));
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
    const asked = await requestWaiver(room.ctxOf(mover), requestOf("130200"));
    const promoted = { ...room.leader, personId: mover.personId };
    await expectRefused(approveWaiver(room.ctxOf(promoted), approval(asked.id, 1)), "campaign.waiverTwoPersons");
    const direct = room.under(room.leader, (tx) =>
      tx.execute(`update campaign.waiver set status = 'approved', decided_by = requested_by where id = '${asked.id}'`),
    );
    await expect(direct).rejects.toMatchObject({ cause: { constraint_name: "waiver_two_persons" } });
  });

  it("is done once, and from an old version is answered with the current state", async () => {
    const asked = await requestWaiver(room.ctxOf(county), requestOf("130102"));
    const rejected = await rejectWaiver(room.ctxOf(cityLeader), {
      commandId: crypto.randomUUID(),
      id: asked.id,
      version: 1,
      remark: "理由不足",
    });
    expect(rejected).toMatchObject({ status: "rejected", version: 2 });
    const stale = await refusalOf(approveWaiver(room.ctxOf(cityLeader), approval(asked.id, 1)));
    expect([stale.code, stale.current]).toEqual(["stale", { id: asked.id, version: 2, status: "rejected" }]);
    await expectRefused(approveWaiver(room.ctxOf(cityLeader), approval(asked.id, 2)), "campaign.waiverDecided");
  });

  it("by two at once is done by one", async () => {
    const asked = await requestWaiver(room.ctxOf(county), requestOf("130102"));
    const outcomes = await Promise.allSettled([
      approveWaiver(room.ctxOf(cityLeader), approval(asked.id, 1)),
      rejectWaiver(room.ctxOf(await room.person("130100", "leader")), {
        commandId: crypto.randomUUID(),
        id: asked.id,
        version: 1,
        remark: "不同意",
      }),
    ]);
    expect(outcomes.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  });

  it("cannot approve what has expired, but can still reject it", async () => {
    const asked = await requestWaiver(room.ctxOf(county), requestOf("130102"));
    room.moveTo("2008-10-31");
    await expectRefused(approveWaiver(room.ctxOf(cityLeader), approval(asked.id, 1)), "campaign.waiverExpired");
    expect(
      (
        await rejectWaiver(room.ctxOf(cityLeader), {
          commandId: crypto.randomUUID(),
          id: asked.id,
          version: 1,
          remark: "已过期",
        })
      ).status,
    ).toBe("rejected");
  });
});

describe("a waiver of a city", () => {
  it("is seen by its counties, which it covers, and by no other city", async () => {
    const asking = await room.person("130300", "leader");
    const asked = await requestWaiver(room.ctxOf(asking), requestOf("130300"));
    await approveWaiver(room.ctxOf(room.leader), approval(asked.id, 1));
    const covered = await room.person("130302", "clerk");
    for (const ctx of [room.ctxOf(covered), room.unfilteredCtxOf(covered)]) {
      const view = await gatesView(ctx, room.contributed, { campaignId, phase: "selfCheck", unitCode: null });
      expect(view.gates[0]).toMatchObject({ rule: "planted.countiesDone", state: "waived" });
      expect(view.waivers.map((one) => one.id)).toEqual([asked.id]);
    }
    for (const ctx of [room.ctxOf(cityLeader), room.unfilteredCtxOf(cityLeader)]) {
      expect((await listWaivers(ctx, { campaignId })).items.some((one) => one.id === asked.id)).toBe(false);
    }
  });
});
