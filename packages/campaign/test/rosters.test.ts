import { createHash } from "node:crypto";
import { addCustomUnit, confirmUnit, retireUnit } from "@anji/jurisdictions/verbs";
import { type Id, knownDay } from "@anji/kernel";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rosterText } from "../src/index.ts";
import { gatesView, getRoster } from "../src/queries/index.ts";
import { aPlan } from "../src/testing.ts";
import { advance } from "../src/verbs/index.ts";
import { campaignRoom, type CampaignRoom, CITIES } from "./room.ts";

let room: CampaignRoom;
let campaignId: Id<"campaign">;

beforeAll(async () => {
  room = await campaignRoom("2008-08-31");
  campaignId = await room.open(aPlan({}));
  room.facts = Object.fromEntries(CITIES.map((code) => [code, { isDone: true }]));
});
afterAll(() => room.end());

function sign(version: number, to: "selfCheck" | "acceptance") {
  const signed = { commandId: crypto.randomUUID(), campaignId, version, to, documentNo: "1号", remark: "" };
  return advance(room.contributed)(room.ctxOf(room.leader), signed);
}

async function countyCount(phase: "selfCheck" | "acceptance"): Promise<number | undefined> {
  const input = { campaignId, phase, unitCode: "130100" };
  const view = await gatesView(room.ctxOf(room.clerk), room.contributed, input);
  return view.completeness[0]?.of;
}

describe("the roster of a phase", () => {
  it("is frozen with its hash by the signature that opens it: units added later do not count in it", async () => {
    await sign(1, "selfCheck");
    const before = await getRoster(room.ctxOf(room.clerk), { campaignId, phase: "selfCheck" });
    if (before === null) throw new Error("a roster");
    expect([before.unitCount, before.takenOn, before.items.length]).toEqual([184, "2008-08-31", 184]);
    expect(createHash("sha256").update(rosterText(before.items)).digest("hex")).toBe(before.hash);
    expect(await countyCount("selfCheck")).toBe(24);

    const zone = await addCustomUnit(room.ctxOf(await room.person("130100", "administrator")), {
      commandId: crypto.randomUUID(),
      parentCode: "130100",
      name: "高新区",
      kind: "开发区",
      reason: "单独管理基金",
    });
    // Nobody of the province has confirmed it: a phase without a roster does not count it either.
    expect([await countyCount("selfCheck"), await countyCount("acceptance")]).toEqual([24, 24]);
    await confirmUnit(room.ctxOf(room.administrator), {
      commandId: crypto.randomUUID(),
      code: zone.code,
      version: zone.version,
    });
    expect([await countyCount("selfCheck"), await countyCount("acceptance")]).toEqual([24, 25]);
    await retireUnit(room.ctxOf(room.administrator), {
      commandId: crypto.randomUUID(),
      code: "130102",
      version: 1,
      retiredOn: knownDay("2008-09-01"),
      mergedInto: zone.code,
      reason: "区划调整",
    });
    room.moveTo("2008-09-01");
    expect([await countyCount("selfCheck"), await countyCount("acceptance")]).toEqual([24, 24]);
    expect(await getRoster(room.ctxOf(room.clerk), { campaignId, phase: "selfCheck" })).toEqual(before);
    expect(await getRoster(room.ctxOf(room.clerk), { campaignId, phase: "acceptance" })).toBeNull();
  });

  it("shows each unit its own area of the list, with the size and the hash of the whole", async () => {
    for (const ctxOf of [room.ctxOf, room.unfilteredCtxOf]) {
      const own = await getRoster(ctxOf(await room.person("130202", "clerk")), { campaignId, phase: "selfCheck" });
      expect([own?.unitCount, own?.items.map((one) => one.unitCode)]).toEqual([184, ["130202"]]);
    }
  });

  it("cannot be changed or taken back, by anyone", async () => {
    for (const statement of ["update campaign.roster set unit_count = 1", "delete from campaign.roster"]) {
      await expect(room.under(room.leader, (tx) => tx.execute(statement))).rejects.toMatchObject({
        cause: { code: "42501" },
      });
    }
  });
});
