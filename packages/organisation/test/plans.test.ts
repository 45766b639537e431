import { storeFile } from "@anji/database";
import { auditOf } from "@anji/database/testing";
import { type Actor, type Id, knownDay } from "@anji/kernel";
import { expectRefused, refusalOf } from "@anji/kernel/testing";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listImplementingPlans, implementingPlanVersions } from "../src/queries/index.ts";
import { implementingPlan } from "../src/tables.ts";
import { fileImplementingPlan, reviseImplementingPlan } from "../src/verbs/index.ts";
import { organisationRoom, type OrganisationRoom } from "./room.ts";

let room: OrganisationRoom;
let campaignId: Id<"campaign">;
let city: Actor;
let county: Actor;

beforeAll(async () => {
  room = await organisationRoom("2008-08-01");
  campaignId = await room.open("small-2008");
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
    const filed = await fileImplementingPlan(room.ctxOf(city), input);
    expect(filed).toMatchObject({ unitCode: "130100", version: 1 });
    expect(await auditOf(room, { provincePath: "13", commandId: input.commandId })).toMatchObject([
      { verb: "organisation.fileImplementingPlan", subjectId: filed.id },
    ]);
    const { items } = await listImplementingPlans(room.ctxOf(room.clerk), { campaignId });
    expect(items).toMatchObject([
      { id: filed.id, unitName: "石家庄市", title: "实施方案", tasks: "任务", measures: "措施" },
    ]);
    const again = await refusalOf(fileImplementingPlan(room.ctxOf(city), planOf("130100")));
    expect([again.code, again.rule]).toEqual(["conflict", "organisation.implementingPlanExists"]);
  });

  it("is refused for another unit, with a file one cannot see, and to other roles", async () => {
    await expectRefused(fileImplementingPlan(room.ctxOf(city), planOf("130102")), "organisation.ownUnitOnly");
    expect((await refusalOf(fileImplementingPlan(room.ctxOf(city), planOf("130200")))).code).toBe("notFound");
    const file = await storeFile(room.ctxOf(city), {
      commandId: crypto.randomUUID(),
      name: "x",
      mediaType: "x/x",
      sha256: "b".repeat(64),
      sizeBytes: 1,
    });
    expect(
      (await refusalOf(fileImplementingPlan(room.ctxOf(county), { ...planOf("130102"), fileId: file.fileId }))).code,
    ).toBe("notFound");
    await expectRefused(fileImplementingPlan(room.ctxOf(room.leader), planOf("130000")), "kernel.roleMayNot");
  });
});

describe("revising a filed plan", () => {
  const reason = "按省方案补充医疗保险分工";
  async function filedBy(unitCode: string) {
    const actor = await room.person(unitCode, "clerk");
    const { commandId: _, campaignId: __, unitCode: ___, ...fields } = planOf(unitCode);
    return { actor, fields, filed: await fileImplementingPlan(room.ctxOf(actor), planOf(unitCode)) };
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
    const revised = await reviseImplementingPlan(room.ctxOf(actor), input);
    expect(revised).toMatchObject({ unitCode: "130900", version: 2 });
    expect(await auditOf(room, { provincePath: "13", commandId: input.commandId })).toMatchObject([
      { verb: "organisation.reviseImplementingPlan", subjectId: revised.id },
    ]);
    const inForce = (await listImplementingPlans(room.ctxOf(room.clerk), { campaignId })).items.filter(
      (plan) => plan.unitCode === "130900",
    );
    expect(inForce).toMatchObject([{ id: revised.id, version: 2, tasks: "任务（修订）", reason }]);
    const { items } = await implementingPlanVersions(room.ctxOf(room.clerk), { campaignId, unitCode: "130900" });
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
    await expectRefused(
      reviseImplementingPlan(room.ctxOf(actor), revision({})),
      "organisation.implementingPlanUnchanged",
    );
    await expectRefused(
      reviseImplementingPlan(room.ctxOf(room.clerk), revision({ tasks: "别的" })),
      "organisation.ownUnitOnly",
    );
    const both = await Promise.allSettled(
      [1, 2].map((n) => reviseImplementingPlan(room.ctxOf(actor), revision({ tasks: `任务${n}` }))),
    );
    expect(both.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const stale = await refusalOf(reviseImplementingPlan(room.ctxOf(actor), revision({ tasks: "任务3" })));
    expect(stale).toMatchObject({ code: "stale", current: { version: 2 } });
    await room.close(campaignId);
    await expectRefused(
      reviseImplementingPlan(room.ctxOf(actor), revision({ version: 2, tasks: "任务4" })),
      "campaign.alreadyEnded",
    );
    const late = await room.person("130700", "clerk");
    await expectRefused(fileImplementingPlan(room.ctxOf(late), planOf("130700")), "campaign.alreadyEnded");
  });
});
