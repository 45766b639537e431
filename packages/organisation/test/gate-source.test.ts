import { gatesView } from "@anji/campaign/queries";
import { read } from "@anji/database";
import { type Id, knownDay } from "@anji/kernel";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { organisationFacts } from "../src/queries/gate-source.ts";
import { organisationGateSource } from "../src/queries/index.ts";
import { acceptImplementingPlan, establishLeadingGroup, fileImplementingPlan } from "../src/verbs/index.ts";
import { planFields, upload } from "./papers.ts";
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
    documentNo: "1号文",
    leadDepartment: null,
    officeDepartment: null,
    members: [
      { position: "head", name: "组长", body: "市政府", department: null },
      { position: "deputy", name: "副组长", body: "市劳动保障局", department: "labour" },
    ],
  });
}

async function file(unitCode: string) {
  const clerk = await room.person(unitCode, "clerk");
  const plan = planFields(await upload(room, clerk));
  return fileImplementingPlan(room.ctxOf(clerk), { commandId: crypto.randomUUID(), campaignId, unitCode, ...plan });
}

async function accept(plan: { id: Id<"implementingPlan">; version: number }) {
  const reviewer = await room.person("130000", "reviewer");
  const { id, version } = plan;
  await acceptImplementingPlan(room.ctxOf(reviewer), { commandId: crypto.randomUUID(), id, version, remark: "" });
}

describe("the gates on the page", () => {
  it("count groups and plans: both make a city pass", async () => {
    await establish("130100");
    await accept(await file("130100"));
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
    const gate = view.gates.find((one) => one.rule === "organisation.groupsAndImplementingPlans");
    expect(gate).toMatchObject({ passed: 1, total: 11, state: "fail", offenderCount: 10 });
    expect(gate?.offenders.find((one) => one.unitCode === "130200")).toMatchObject({
      reason: "organisation.implementingPlanMissing",
      message: "未报备实施方案",
    });
    expect(view.whyNotAdvance).toMatchObject({
      rule: "campaign.gatesFail",
      message: "还不能转段：还差 3 项（第 1、2、3 项）。",
    });
    expect(view.matrix.units).toHaveLength(12);
  });

  it("learn of the reader's own area, and of the campaign they ask for", async () => {
    const other = await room.open("other-2008");
    const factsOf = (unitCode: string, id: Id<"campaign">) =>
      room
        .person(unitCode, "clerk")
        .then((actor) => read(room.ctxOf(actor), (reader) => organisationFacts(reader, { campaign: { id } })))
        .then(({ byUnit }) => Object.fromEntries(byUnit));
    const group = {
      leadDepartment: null,
      officeDepartment: null,
      members: [{ position: "head" }, { position: "deputy" }],
    };
    expect(await factsOf("130200", campaignId)).toMatchObject({ "130200": { group } });
    const all = await factsOf("130000", campaignId);
    expect(Object.keys(all)).toEqual(["130100", "130200"]);
    expect(all).toMatchObject({ "130100": { group, plan: { decision: "accepted" } }, "130200": { group } });
    expect(await factsOf("130000", other)).toEqual({});
  });
});
