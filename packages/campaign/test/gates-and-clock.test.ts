import { type Actor, type Id, knownDay, regionPath } from "@anji/kernel";
import { expectRefused, refusalOf } from "@anji/kernel/testing";
import { clockSetting } from "@anji/database/tables";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { gatesView, listOffenders } from "../src/queries/index.ts";
import { aPlan } from "../src/testing.ts";
import { moveClock } from "../src/verbs/index.ts";
import { campaignRoom, type CampaignRoom, CITIES } from "./room.ts";

let room: CampaignRoom;
let campaignId: Id<"campaign">;
let city: Actor;

beforeAll(async () => {
  room = await campaignRoom("2008-08-01");
  campaignId = await room.open(aPlan({}));
  city = await room.person("130100", "clerk");
});
afterAll(() => room.end());

describe("the gates on the page", () => {
  it("of a narrowed view say about the whole campaign whether it may move on", async () => {
    room.facts = { "130100": { isDone: true } };
    const narrowed = await gatesView(room.ctxOf(room.leader), room.contributed, {
      campaignId,
      phase: null,
      unitCode: "130100",
    });
    expect([narrowed.gates[0]?.state, narrowed.canAdvance, narrowed.whyNotAdvance?.rule]).toEqual([
      "pass",
      false,
      "campaign.gatesFail",
    ]);
    room.facts = Object.fromEntries(CITIES.map((code) => [code, { isDone: true }]));
    const ready = await gatesView(room.ctxOf(room.leader), room.contributed, {
      campaignId,
      phase: null,
      unitCode: "130100",
    });
    expect([ready.canAdvance, ready.whyNotAdvance]).toEqual([true, null]);
    const otherPhase = await gatesView(room.ctxOf(room.leader), room.contributed, {
      campaignId,
      phase: "summary",
      unitCode: null,
    });
    expect([otherPhase.canAdvance, otherPhase.next]).toEqual([false, null]);
  });

  it("show a city its own counties and tell it why it may not sign; another city's area is not found", async () => {
    const own = await gatesView(room.ctxOf(city), room.contributed, { campaignId, phase: "selfCheck", unitCode: null });
    expect([own.unitCode, own.matrix.units.length, own.completeness]).toEqual([
      "130100",
      23,
      [{ key: "planted.done", done: 1, of: 24 }],
    ]);
    const ready = await gatesView(room.ctxOf(city), room.contributed, { campaignId, phase: null, unitCode: null });
    expect(ready.whyNotAdvance?.rule).toBe("kernel.levelMayNot");
    for (const ctx of [room.ctxOf(city), room.unfilteredCtxOf(city)]) {
      expect(
        (await refusalOf(gatesView(ctx, room.contributed, { campaignId, phase: null, unitCode: "130200" }))).code,
      ).toBe("notFound");
      const unfiltered = await gatesView(ctx, room.contributed, { campaignId, phase: "selfCheck", unitCode: null });
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
        room.contributed.gates,
        { campaignId, rule: "planted.countiesDone", unitCode: null, cursor, limit: 50 },
      );
      seen.push(...page.items.map((item) => item.unitCode));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect([seen.length, new Set(seen).size]).toEqual([172, 172]);
    const narrowed = await listOffenders(room.ctxOf(room.clerk), room.contributed.gates, {
      campaignId,
      rule: "planted.countiesDone",
      unitCode: "131100",
      cursor: null,
      limit: 200,
    });
    expect(narrowed.items).toHaveLength(11);
    expect(narrowed.items[0]).toMatchObject({ message: "尚未完成" });
  });

  it("of a rule the campaign does not have are refused", async () => {
    await expectRefused(
      listOffenders(room.ctxOf(room.clerk), room.contributed.gates, {
        campaignId,
        rule: "campaign.moonPhase",
        unitCode: null,
        cursor: null,
        limit: 10,
      }),
      "campaign.waiverRuleUnknown",
    );
  });
});

describe("the clock", () => {
  it("of a real installation does not move, and of a training one moves by the province's administrator", async () => {
    const move = (actor: Actor) =>
      moveClock(room.ctxOf(actor), { commandId: crypto.randomUUID(), to: knownDay("2009-03-31") });
    await expectRefused(move(room.administrator), "campaign.notTraining");
    const office = { path: regionPath("13"), personId: room.administrator.personId };
    await room.under(office, (tx) => tx.insert(clockSetting).values({ id: 1, isTraining: true, shiftMs: 0 }));
    await expectRefused(move(room.leader), "kernel.roleMayNot");
    expect(await move(room.administrator)).toEqual({ today: "2009-03-31" });
    const [setting] = await room.under(office, (tx) => tx.select().from(clockSetting));
    expect(setting?.shiftMs).toBe(242 * 86_400_000);
  });
});
