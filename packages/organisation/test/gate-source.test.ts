import { gatesView } from "@anji/campaign/queries";
import { read } from "@anji/database";
import { type Id, knownDay } from "@anji/kernel";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { organisationFacts } from "../src/queries/gate-source.ts";
import { organisationGateSource } from "../src/queries/index.ts";
import { establishLeadingGroup, fileImplementingPlan } from "../src/verbs/index.ts";
import { organisationRoom, type OrganisationRoom } from "./room.ts";

let room: OrganisationRoom;
let campaignId: Id<"campaign">;

beforeAll(async () => {
  room = await organisationRoom("2008-08-01");
  campaignId = await room.open("small-2008");
});
afterAll(() => room.end());

async function establish(unitCode: string) {
  return establishLeadingGroup(room.ctxOf(await room.person(unitCode, "clerk")), {
    commandId: crypto.randomUUID(),
    campaignId,
    unitCode,
    establishedOn: knownDay("2008-07-10"),
    documentNo: "1号",
    members: [{ position: "head", name: "组长", body: "市政府" }],
  });
}

async function file(unitCode: string) {
  return fileImplementingPlan(room.ctxOf(await room.person(unitCode, "clerk")), {
    commandId: crypto.randomUUID(),
    campaignId,
    unitCode,
    title: "实施方案",
    documentNo: "2号",
    filedOn: knownDay("2008-07-28"),
    tasks: "任务",
    goals: "目标",
    division: "分工",
    measures: "措施",
    fileId: null,
  });
}

describe("the gates on the page", () => {
  it("count groups and plans: both make a city pass", async () => {
    await establish("130100");
    await file("130100");
    await establish("130200");
    const view = await gatesView(
      room.ctxOf(room.leader),
      { gates: [organisationGateSource], completeness: [], openMatters: [] },
      {
        campaignId,
        phase: null,
        unitCode: null,
      },
    );
    expect(view).toMatchObject({
      phase: "deployment",
      unitCode: "130000",
      next: "selfCheck",
      canAdvance: false,
    });
    expect(view.gates[0]).toMatchObject({ passed: 1, total: 11, state: "fail", offenderCount: 10 });
    expect(view.gates[0]?.offenders.find((one) => one.unitCode === "130200")).toMatchObject({
      reason: "organisation.implementingPlanMissing",
      message: "未报备实施方案",
    });
    expect(view.whyNotAdvance).toMatchObject({
      rule: "campaign.gatesFail",
      message: "还不能转段：还差 1 项（第 1 项）。",
    });
    expect(view.matrix.units).toHaveLength(11);
  });

  it("learn of the reader's own area, and of the campaign they ask for", async () => {
    const other = await room.open("other-2008");
    const factsOf = (unitCode: string, id: Id<"campaign">) =>
      room
        .person(unitCode, "clerk")
        .then((actor) => read(room.ctxOf(actor), (reader) => organisationFacts(reader, { campaign: { id } })))
        .then(({ byUnit }) => Object.fromEntries(byUnit));
    expect(await factsOf("130200", campaignId)).toEqual({ "130200": { hasGroup: true } });
    expect(await factsOf("130000", campaignId)).toEqual({
      "130100": { hasGroup: true, hasImplementingPlan: true },
      "130200": { hasGroup: true },
    });
    expect(await factsOf("130000", other)).toEqual({});
  });
});
