import { storeFile } from "@anji/database";
import { auditOf, refusalOf } from "@anji/database/testing";
import { leadingGroup } from "@anji/jurisdictions/tables";
import { changeGroupMembers, establishGroup } from "@anji/jurisdictions/verbs";
import { type Actor, type Id, knownDay, newId, regionPath } from "@anji/kernel";
import { clockSetting } from "@anji/database/tables";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { gatesView, heldOpenCampaign, listOffenders, listPlans, planVersions } from "../src/queries/index.ts";
import { campaign, implementingPlan } from "../src/tables.ts";
import { aPlan } from "../src/testing.ts";
import { filePlan, moveClock, revisePlan } from "../src/verbs/index.ts";
import { campaignRoom, type CampaignRoom, CITIES } from "./room.ts";

let room: CampaignRoom;
let campaignId: Id<"campaign">;
let city: Actor;
let county: Actor;

beforeAll(async () => {
  room = await campaignRoom("2008-08-01");
  campaignId = await room.open(aPlan({}));
  city = await room.person("130100", "clerk");
  county = await room.person("130102", "clerk");
});
afterAll(() => room.end());

function planOf(unitCode: string) {
  return {
    commandId: crypto.randomUUID(),
    campaignId,
    unitCode,
    title: "实施方案",
    documentNo: "石社保治〔2008〕2号",
    filedOn: knownDay("2008-07-28"),
    tasks: "任务",
    goals: "目标",
    division: "分工",
    measures: "措施",
    fileId: null,
  };
}

const members = [{ position: "leader" as const, name: "组长", body: "市政府" }];

async function establish(actor: Actor) {
  return establishIn(actor, campaignId);
}

async function establishIn(actor: Actor, id: Id<"campaign">) {
  return establishGroup(room.ctxOf(actor), heldOpenCampaign, {
    commandId: crypto.randomUUID(),
    campaignId: id,
    unitCode: actor.unitCode,
    establishedOn: knownDay("2008-07-10"),
    documentNo: "1号",
    members,
  });
}

describe("filing an implementing plan", () => {
  it("records it once for the unit, with its file and one audit row", async () => {
    const upload = {
      commandId: crypto.randomUUID(),
      name: "方案.docx",
      mediaType: "application/msword",
      sha256: "a".repeat(64),
      sizeBytes: 9,
    };
    const file = await storeFile(room.ctxOf(city), upload);
    const input = { ...planOf("130100"), fileId: file.fileId };
    const filed = await filePlan(room.ctxOf(city), input);
    expect(filed).toMatchObject({ unitCode: "130100", version: 1 });
    expect(await auditOf(room, { provincePath: "13", commandId: input.commandId })).toMatchObject([
      { verb: "campaign.filePlan", subjectId: filed.id },
    ]);
    const { items } = await listPlans(room.ctxOf(room.clerk), { campaignId });
    expect(items).toMatchObject([
      { id: filed.id, unitName: "石家庄市", title: "实施方案", tasks: "任务", measures: "措施" },
    ]);
    const again = await refusalOf(filePlan(room.ctxOf(city), planOf("130100")));
    expect([again.code, again.rule]).toEqual(["conflict", "campaign.planExists"]);
  });

  it("is refused for another unit, with a file one cannot see, and to other roles", async () => {
    expect((await refusalOf(filePlan(room.ctxOf(city), planOf("130102")))).rule).toBe("campaign.ownUnitOnly");
    expect((await refusalOf(filePlan(room.ctxOf(city), planOf("130200")))).code).toBe("notFound");
    const file = await storeFile(room.ctxOf(city), {
      commandId: crypto.randomUUID(),
      name: "x",
      mediaType: "x/x",
      sha256: "b".repeat(64),
      sizeBytes: 1,
    });
    expect((await refusalOf(filePlan(room.ctxOf(county), { ...planOf("130102"), fileId: file.fileId }))).code).toBe(
      "notFound",
    );
    expect((await refusalOf(filePlan(room.ctxOf(room.leader), planOf("130000")))).rule).toBe("kernel.roleMayNot");
  });
});

describe("revising a filed plan", () => {
  const reason = "按省方案补充医疗保险分工";
  async function filedBy(unitCode: string) {
    const actor = await room.person(unitCode, "clerk");
    const { commandId: _, campaignId: __, unitCode: ___, ...fields } = planOf(unitCode);
    return { actor, fields, filed: await filePlan(room.ctxOf(actor), planOf(unitCode)) };
  }

  it("files a further version with its reason; the earlier one stays as it was, and the last one is in force", async () => {
    const { actor, fields, filed } = await filedBy("130900");
    const input = {
      ...fields,
      commandId: crypto.randomUUID(),
      id: filed.id,
      version: 1,
      tasks: "任务（修订）",
      reason,
    };
    const revised = await revisePlan(room.ctxOf(actor), input);
    expect(revised).toMatchObject({ unitCode: "130900", version: 2 });
    expect(await auditOf(room, { provincePath: "13", commandId: input.commandId })).toMatchObject([
      { verb: "campaign.revisePlan", subjectId: revised.id },
    ]);
    const inForce = (await listPlans(room.ctxOf(room.clerk), { campaignId })).items.filter(
      (plan) => plan.unitCode === "130900",
    );
    expect(inForce).toMatchObject([{ id: revised.id, version: 2, tasks: "任务（修订）", reason }]);
    const { items } = await planVersions(room.ctxOf(room.clerk), { campaignId, unitCode: "130900" });
    expect(items.map((plan) => [plan.version, plan.tasks, plan.reason])).toEqual([
      [2, "任务（修订）", reason],
      [1, "任务", null],
    ]);
    const overwritten = room.under(actor, (tx) =>
      tx.update(implementingPlan).set({ tasks: "" }).where(eq(implementingPlan.id, filed.id)),
    );
    await expect(overwritten).rejects.toMatchObject({ cause: { code: "42501" } });
  });

  it("is refused when nothing was changed, for another unit, against an older version, and after the end", async () => {
    const { actor, fields, filed } = await filedBy("130800");
    const revision = (changes: object) => ({
      ...fields,
      commandId: crypto.randomUUID(),
      id: filed.id,
      version: 1,
      reason,
      ...changes,
    });
    expect((await refusalOf(revisePlan(room.ctxOf(actor), revision({})))).rule).toBe("campaign.planUnchanged");
    expect((await refusalOf(revisePlan(room.ctxOf(room.clerk), revision({ tasks: "别的" })))).rule).toBe(
      "campaign.ownUnitOnly",
    );
    const both = await Promise.allSettled(
      [1, 2].map((n) => revisePlan(room.ctxOf(actor), revision({ tasks: `任务${n}` }))),
    );
    expect(both.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const stale = await refusalOf(revisePlan(room.ctxOf(actor), revision({ tasks: "任务3" })));
    expect(stale).toMatchObject({ code: "stale", current: { version: 2 } });
  });
});

describe("the gates on the page", () => {
  it("count what the campaign and the contexts below it know: a group and a plan make a city pass", async () => {
    await establish(city);
    const second = await room.person("130200", "clerk");
    await establish(second);
    const view = await gatesView(room.ctxOf(room.leader), [], { campaignId, phase: null, unitCode: null });
    expect(view).toMatchObject({
      phase: "deployment",
      unitCode: "130000",
      next: "selfCheck",
      canAdvance: false,
      completeness: { reported: 0, of: 172 },
    });
    expect(view.gates[0]).toMatchObject({ passed: 1, total: 11, state: "fail", offenderCount: 10 });
    expect(view.gates[0]?.offenders.find((one) => one.unitCode === "130200")).toMatchObject({
      reason: "campaign.missingPlan",
      message: "未报备实施方案",
    });
    expect(view.whyNotAdvance).toMatchObject({
      rule: "campaign.gatesFail",
      message: "还不能转段：还差 1 项（第 1 项）。",
    });
    expect(view.matrix.units).toHaveLength(11);
  });

  it("of a narrowed view say about the whole campaign whether it may move on", async () => {
    room.facts = { "130100": { hasGroup: true, hasPlan: true } };
    const narrowed = await gatesView(room.ctxOf(room.leader), room.sources, {
      campaignId,
      phase: null,
      unitCode: "130100",
    });
    expect([narrowed.gates[0]?.state, narrowed.canAdvance, narrowed.whyNotAdvance?.rule]).toEqual([
      "pass",
      false,
      "campaign.gatesFail",
    ]);
    room.facts = Object.fromEntries(CITIES.map((code) => [code, { hasGroup: true, hasPlan: true }]));
    const ready = await gatesView(room.ctxOf(room.leader), room.sources, {
      campaignId,
      phase: null,
      unitCode: "130100",
    });
    expect([ready.canAdvance, ready.whyNotAdvance]).toEqual([true, null]);
    const otherPhase = await gatesView(room.ctxOf(room.leader), room.sources, {
      campaignId,
      phase: "summary",
      unitCode: null,
    });
    expect([otherPhase.canAdvance, otherPhase.next]).toEqual([false, null]);
  });

  it("show a city its own counties and tell it why it may not sign; another city's area is not found", async () => {
    const own = await gatesView(room.ctxOf(city), room.sources, { campaignId, phase: "selfCheck", unitCode: null });
    expect([own.unitCode, own.matrix.units.length, own.completeness.of]).toEqual(["130100", 23, 23]);
    const ready = await gatesView(room.ctxOf(city), room.sources, { campaignId, phase: null, unitCode: null });
    expect(ready.whyNotAdvance?.rule).toBe("kernel.levelMayNot");
    for (const ctx of [room.ctxOf(city), room.unfilteredCtxOf(city)]) {
      expect(
        (await refusalOf(gatesView(ctx, room.sources, { campaignId, phase: null, unitCode: "130200" }))).code,
      ).toBe("notFound");
      const unfiltered = await gatesView(ctx, room.sources, { campaignId, phase: "selfCheck", unitCode: null });
      expect(unfiltered.matrix.units.every((row) => row.unitCode.startsWith("1301"))).toBe(true);
    }
  });
});

describe("the offenders of a gate", () => {
  it("are all there, page by page, each once", async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listOffenders>> = await listOffenders(
        room.ctxOf(room.clerk),
        room.sources,
        { campaignId, rule: "campaign.selfChecksComplete", unitCode: null, cursor, limit: 50 },
      );
      seen.push(...page.items.map((item) => item.unitCode));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect([seen.length, new Set(seen).size]).toEqual([172, 172]);
    const narrowed = await listOffenders(room.ctxOf(room.clerk), room.sources, {
      campaignId,
      rule: "campaign.selfChecksComplete",
      unitCode: "131100",
      cursor: null,
      limit: 200,
    });
    expect(narrowed.items).toHaveLength(11);
    expect(narrowed.items[0]).toMatchObject({ message: "未报自查结果，无问题也须签字" });
  });

  it("of a rule the campaign does not have are refused", async () => {
    const refused = await refusalOf(
      listOffenders(room.ctxOf(room.clerk), room.sources, {
        campaignId,
        rule: "campaign.moonPhase",
        unitCode: null,
        cursor: null,
        limit: 10,
      }),
    );
    expect(refused.rule).toBe("campaign.waiverRuleUnknown");
  });
});

describe("the clock", () => {
  it("of a real installation does not move, and of a training one moves by the province's administrator", async () => {
    const move = (actor: Actor) =>
      moveClock(room.ctxOf(actor), { commandId: crypto.randomUUID(), to: knownDay("2009-03-31") });
    expect((await refusalOf(move(room.administrator))).rule).toBe("campaign.notTraining");
    const office = { path: regionPath("13"), personId: room.administrator.personId };
    await room.under(office, (tx) => tx.insert(clockSetting).values({ id: 1, isTraining: true, shiftMs: 0 }));
    expect((await refusalOf(move(room.leader))).rule).toBe("kernel.roleMayNot");
    expect(await move(room.administrator)).toEqual({ today: "2009-03-31" });
    const [setting] = await room.under(office, (tx) => tx.select().from(clockSetting));
    expect(setting?.shiftMs).toBe(242 * 86_400_000);
  });
});

describe("a leading group", () => {
  it("belongs to a campaign there is, also for the database", async () => {
    const unknown = newId<"campaign">(new Date());
    const actor = await room.person("130500", "clerk");
    expect((await refusalOf(establishIn(actor, unknown))).code).toBe("notFound");
    const row = {
      id: newId<"leadingGroup">(new Date()),
      campaignId: unknown,
      unitCode: "130500",
      regionPath: actor.path,
      establishedOn: knownDay("2008-07-10"),
      documentNo: "1号",
      recordedAt: new Date(),
    };
    const written = room.under(actor, (tx) => tx.insert(leadingGroup).values(row));
    await expect(written).rejects.toMatchObject({ cause: { constraint_name: "leading_group_campaign" } });
  });

  it("is neither registered nor changed once the campaign has ended", async () => {
    const ended = await room.open(aPlan({ key: "ended" }));
    const first = await room.person("130600", "clerk");
    const group = await establishIn(first, ended);
    await room.under(room.leader, (tx) => tx.update(campaign).set({ phase: "closed" }).where(eq(campaign.id, ended)));
    const late = await room.person("130700", "clerk");
    const change = { commandId: crypto.randomUUID(), id: group.id, version: group.version, members };
    expect((await refusalOf(establishIn(late, ended))).rule).toBe("campaign.alreadyClosed");
    expect((await refusalOf(changeGroupMembers(room.ctxOf(first), heldOpenCampaign, change))).rule).toBe(
      "campaign.alreadyClosed",
    );
  });
});
