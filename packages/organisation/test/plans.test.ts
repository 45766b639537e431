import { auditOf } from "@anji/database/testing";
import { type Actor, type Id, knownDay, mistakesOf } from "@anji/kernel";
import { expectRefused, refusalOf } from "@anji/kernel/testing";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fileImplementingPlanInput } from "../src/index.ts";
import { listImplementingPlans, implementingPlanVersions } from "../src/queries/index.ts";
import { implementingPlan } from "../src/tables.ts";
import { fileImplementingPlan, reviseImplementingPlan } from "../src/verbs/index.ts";
import { planFields, upload } from "./papers.ts";
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

async function planOf(unitCode: string) {
  const fileId = await upload(room, await room.person(unitCode, "clerk"));
  return { commandId: crypto.randomUUID(), campaignId, unitCode, ...planFields(fileId) };
}

describe("filing an implementing plan", () => {
  it("records it once for the unit, with its file and one audit row", async () => {
    const input = await planOf("130100");
    const filed = await fileImplementingPlan(room.ctxOf(city), input);
    expect(filed).toMatchObject({ unitCode: "130100", version: 1 });
    expect(await auditOf(room, { provincePath: "13", commandId: input.commandId })).toMatchObject([
      { verb: "organisation.fileImplementingPlan", subjectId: filed.id },
    ]);
    const { items } = await listImplementingPlans(room.ctxOf(room.clerk), { campaignId });
    expect(items).toMatchObject([{ id: filed.id, unitName: "石家庄市", title: input.title, decision: null }]);
    const again = await refusalOf(fileImplementingPlan(room.ctxOf(city), await planOf("130100")));
    expect([again.code, again.rule]).toEqual(["conflict", "organisation.implementingPlanExists"]);
  });

  it("is refused for another unit, with a file one cannot see, and to other roles", async () => {
    await expectRefused(fileImplementingPlan(room.ctxOf(city), await planOf("130102")), "organisation.ownUnitOnly");
    expect((await refusalOf(fileImplementingPlan(room.ctxOf(city), await planOf("130200")))).code).toBe("notFound");
    const { fileId } = await planOf("130100");
    const foreign = { ...(await planOf("130102")), fileId };
    expect((await refusalOf(fileImplementingPlan(room.ctxOf(county), foreign))).code).toBe("notFound");
    await expectRefused(fileImplementingPlan(room.ctxOf(room.leader), await planOf("130000")), "kernel.roleMayNot");
  });

  it("is refused with a section that says nothing, without a file, in the future, and before the campaign", async () => {
    const plan = await planOf("130300");
    const empty = fileImplementingPlanInput.safeParse({ ...plan, tasks: "没有", fileId: null });
    expect(empty.success ? [] : mistakesOf(empty.error).map(({ path, rule }) => [path, rule])).toEqual([
      ["tasks", "kernel.fieldTooShort"],
      ["fileId", "kernel.fieldRequired"],
    ]);
    const clerk = room.ctxOf(await room.person("130300", "clerk"));
    for (const [filedOn, rule] of [
      ["2030-01-01", "organisation.dayInFuture"],
      ["2008-06-30", "organisation.dayTooEarly"],
    ] as const)
      expect(await refusalOf(fileImplementingPlan(clerk, { ...plan, filedOn: knownDay(filedOn) }))).toMatchObject({
        rule,
        fields: [{ path: "filedOn" }],
      });
  });
});

describe("revising a filed plan", () => {
  const reason = "按省方案补充医疗保险分工";
  async function filedBy(unitCode: string) {
    const actor = await room.person(unitCode, "clerk");
    const input = await planOf(unitCode);
    const filed = await fileImplementingPlan(room.ctxOf(actor), input);
    const { items } = await implementingPlanVersions(room.ctxOf(actor), { campaignId, unitCode });
    const fields = { ...planFields(items[0]?.fileId ?? input.fileId) };
    return { actor, fields, filed };
  }

  it("files a further version with its reason; the earlier one stays as it was, and the last one is in force", async () => {
    const { actor, fields, filed } = await filedBy("130900");
    const input = {
      ...fields,
      commandId: crypto.randomUUID(),
      id: filed.id,
      version: 1,
      tasks: "对全市五项基金开展自查自纠，医保分工另行补充",
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
    expect(inForce).toMatchObject([
      { id: revised.id, version: 2, tasks: "对全市五项基金开展自查自纠，医保分工另行补充", reason },
    ]);
    const { items } = await implementingPlanVersions(room.ctxOf(room.clerk), { campaignId, unitCode: "130900" });
    expect(items.map((plan) => [plan.version, plan.tasks, plan.reason])).toEqual([
      [2, "对全市五项基金开展自查自纠，医保分工另行补充", reason],
      [1, fields.tasks, null],
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
      reviseImplementingPlan(room.ctxOf(room.clerk), revision({ tasks: "与原方案不同的另一种写法，供测试之用" })),
      "organisation.ownUnitOnly",
    );
    const both = await Promise.allSettled(
      [1, 2].map((n) =>
        reviseImplementingPlan(room.ctxOf(actor), revision({ tasks: `对全市五项社会保险基金开展自查自纠之${n}` })),
      ),
    );
    expect(both.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const stale = await refusalOf(
      reviseImplementingPlan(room.ctxOf(actor), revision({ tasks: "对全市五项社会保险基金开展自查自纠之3" })),
    );
    expect(stale).toMatchObject({ code: "stale", current: { version: 2 } });
    await room.close(campaignId);
    await expectRefused(
      reviseImplementingPlan(
        room.ctxOf(actor),
        revision({ version: 2, tasks: "对全市五项社会保险基金开展自查自纠之4" }),
      ),
      "campaign.alreadyEnded",
    );
    const late = await room.person("130700", "clerk");
    await expectRefused(fileImplementingPlan(room.ctxOf(late), await planOf("130700")), "campaign.alreadyEnded");
  });
});
