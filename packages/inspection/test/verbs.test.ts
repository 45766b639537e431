import { newId } from "@anji/kernel";
import { expectRefused, refusalOf } from "@anji/kernel/testing";
import { cancelSpotCheckInput, scheduleSpotCheckInput, completeSpotCheckInput } from "@anji/inspection";
import { spotCheckScore } from "@anji/inspection/tables";
import { getSpotCheck, myInspectionWork } from "@anji/inspection/queries";
import {
  beginSpotCheck,
  cancelSpotCheck,
  completeSpotCheck,
  countersignSpotCheck,
  scheduleSpotCheck,
  returnSpotCheck,
} from "@anji/inspection/verbs";
import { auditEntry } from "@anji/database/tables";
import { asc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { begun, command, completed, completion, countersigned, scheduled } from "./acts.ts";
import { type CheckWorld, checkWorld } from "./world.ts";

let world: CheckWorld;
beforeAll(async () => {
  world = await checkWorld();
});

const zhengding = { level: "city", unitCode: "130123" } as const;

async function auditOf(subjectId: string) {
  const rows = await world.asProvince((tx) =>
    tx
      .select({ verb: auditEntry.verb })
      .from(auditEntry)
      .where(eq(auditEntry.subjectId, subjectId))
      .orderBy(asc(auditEntry.id)),
  );
  return rows.map((row) => row.verb);
}

describe("scheduling a spot check", () => {
  it("a city schedules a check of one of its counties", async () => {
    const check = await scheduled(world, world.cityInspector, zhengding);
    expect(check).toMatchObject({
      unitCode: "130123",
      unitName: "正定县",
      status: "scheduled",
      score: null,
      version: 1,
    });
    expect(check.number).toMatch(/^130123-C\d+$/);
    expect(await auditOf(check.id)).toEqual(["inspection.schedule"]);
  });

  it("a county of another city is not found", async () => {
    await expectRefused(
      scheduled(world, world.cityInspector, { level: "city", unitCode: "130223" }),
      "kernel.notFound",
    );
  });

  it("a county cannot schedule a check, its own unit least of all", async () => {
    await expectRefused(scheduled(world, world.countyInspector, zhengding), "kernel.levelMayNot");
  });

  it("a reviewer cannot schedule a check", async () => {
    await expectRefused(scheduled(world, world.cityReviewer, zhengding), "kernel.roleMayNot");
  });

  it("a city cannot record a check of the province, nor the province one of a city", async () => {
    await expectRefused(
      scheduled(world, world.cityInspector, { ...zhengding, level: "province" }),
      "inspection.otherLevel",
    );
    await expectRefused(scheduled(world, world.provinceInspector, zhengding), "inspection.otherLevel");
  });

  it("a city cannot check itself", async () => {
    await expectRefused(
      scheduled(world, world.cityInspector, { level: "city", unitCode: "130100" }),
      "inspection.ownUnit",
    );
  });

  it("nobody who works in the unit can be one of its inspectors", async () => {
    const input = {
      ...command(),
      campaignId: world.campaignId,
      ...zhengding,
      scheduledOn: "2009-05-12",
      inspectors: ["张检", "正定检查"],
    };
    const refusal = await refusalOf(
      scheduleSpotCheck(world.ctxOf(world.cityInspector), scheduleSpotCheckInput.parse(input)),
    );
    expect(refusal).toMatchObject({
      rule: "inspection.inspectorOfUnit",
      params: { name: "正定检查" },
      fields: [{ path: "inspectors" }],
    });
  });

  it("one inspector, or the same one twice, is refused at the field", () => {
    const input = { ...command(), campaignId: world.campaignId, ...zhengding, scheduledOn: "2009-05-12" };
    for (const inspectors of [["张检"], ["张检", "张检"]]) {
      const { error } = scheduleSpotCheckInput.safeParse({ ...input, inspectors });
      expect(error?.issues.map((issue) => [issue.path.join("."), issue.message])).toEqual([
        ["inspectors", "inspection.inspectorsTwo"],
      ]);
    }
  });

  it("is closed before the self-checks and after the campaign", async () => {
    await world.setPhase("deployment");
    await expectRefused(scheduled(world, world.cityInspector, zhengding), "inspection.scheduleOutsidePhase");
    await world.setPhase("acceptance");
  });

  it("the same command sent twice schedules one check", async () => {
    const input = scheduleSpotCheckInput.parse({
      ...command(),
      campaignId: world.campaignId,
      ...zhengding,
      scheduledOn: "2009-05-12",
      inspectors: ["张检", "李查"],
    });
    const first = await scheduleSpotCheck(world.ctxOf(world.cityInspector), input);
    const second = await scheduleSpotCheck(world.ctxOf(world.cityInspector), input);
    expect(second.id).toBe(first.id);
  });
});

describe("carrying out a spot check", () => {
  it("goes from scheduled to countersigned and leaves one audit row for each act", async () => {
    const check = await countersigned(world, {
      by: world.cityInspector,
      other: world.otherCityInspector,
      ...zhengding,
    });
    expect(check).toMatchObject({
      status: "countersigned",
      score: 85,
      conclusion: "qualified",
      completedBy: "市检查甲",
      countersignedBy: "市检查乙",
      completedOn: "2009-05-11",
      version: 4,
    });
    expect(await auditOf(check.id)).toEqual([
      "inspection.schedule",
      "inspection.begin",
      "inspection.complete",
      "inspection.countersign",
    ]);
  });

  it("cannot begin twice", async () => {
    const { id, version } = await begun(world, world.cityInspector, zhengding);
    await expectRefused(
      beginSpotCheck(world.ctxOf(world.cityInspector), { ...command(), id, version }),
      "inspection.beginScheduled",
    );
  });

  it("records no result for a check that has not begun", async () => {
    const check = await scheduled(world, world.cityInspector, zhengding);
    await expectRefused(
      completeSpotCheck(world.ctxOf(world.cityInspector), completion(check)),
      "inspection.completeUnderway",
    );
  });

  it("stores the five scores with their remarks", async () => {
    const { id } = await completed(world, world.cityInspector, zhengding);
    const scores = await world.asProvince((tx) =>
      tx.select().from(spotCheckScore).where(eq(spotCheckScore.spotCheckId, id)),
    );
    expect(scores).toHaveLength(5);
    expect(scores.find((one) => one.question === "proposals")).toMatchObject({ score: 2, remark: "建议偏少" });
  });

  it("a score below three needs a remark, and four is the highest", () => {
    const good = completion({ id: newId<"spotCheck">(new Date()), version: 1 });
    const low = completeSpotCheckInput.safeParse({
      ...good,
      scores: { ...good.scores, risks: { score: 2, remark: " " } },
    });
    expect(low.error?.issues[0]).toMatchObject({
      path: ["scores", "risks", "remark"],
      message: "inspection.remarkRequired",
    });
    const high = completeSpotCheckInput.safeParse({
      ...good,
      scores: { ...good.scores, risks: { score: 5, remark: "" } },
    });
    expect(high.success).toBe(false);
  });

  it("the person who recorded the result cannot countersign it", async () => {
    const { id, version } = await completed(world, world.cityInspector, zhengding);
    await expectRefused(
      countersignSpotCheck(world.ctxOf(world.cityInspector), { ...command(), id, version }),
      "inspection.countersignOther",
    );
  });

  it("a check that is not completed cannot be countersigned", async () => {
    const { id, version } = await begun(world, world.cityInspector, zhengding);
    await expectRefused(
      countersignSpotCheck(world.ctxOf(world.otherCityInspector), { ...command(), id, version }),
      "inspection.countersignCompleted",
    );
  });

  it("another city finds nothing, the province may look but not act", async () => {
    const { id, version } = await scheduled(world, world.cityInspector, zhengding);
    await expectRefused(
      beginSpotCheck(world.ctxOf(world.farInspector), { ...command(), id, version }),
      "kernel.notFound",
    );
    await expectRefused(
      beginSpotCheck(world.ctxOf(world.provinceInspector), { ...command(), id, version }),
      "inspection.otherLevel",
    );
  });

  it("a stale version is answered with the current row", async () => {
    const { id, version } = await begun(world, world.cityInspector, zhengding);
    const refusal = await refusalOf(
      completeSpotCheck(world.ctxOf(world.cityInspector), completion({ id, version: version - 1 })),
    );
    expect(refusal).toMatchObject({ code: "stale", current: { id, version, status: "underway" } });
  });

  it("waits for 检查验收", async () => {
    await world.setPhase("selfCheck");
    const { id, version } = await scheduled(world, world.cityInspector, zhengding);
    await expectRefused(
      beginSpotCheck(world.ctxOf(world.cityInspector), { ...command(), id, version }),
      "inspection.outsidePhase",
    );
    await world.setPhase("acceptance");
  });
});

describe("returning a record before it is countersigned", () => {
  const remark = "第三项扣分理由不足，请补充";

  it("sends it back to be made anew, and keeps what was recorded before", async () => {
    const first = await completed(world, world.cityInspector, zhengding);
    const returned = await returnSpotCheck(world.ctxOf(world.cityReviewer), {
      ...command(),
      id: first.id,
      version: first.version,
      remark,
    });
    expect(returned).toMatchObject({ status: "underway", score: null, conclusion: null, completedBy: null });
    const detail = await getSpotCheck(world.ctxOf(world.cityInspector), { id: first.id });
    expect([detail.scores.length, detail.events.at(-1)?.event, detail.events.at(-1)?.remark]).toEqual([
      5,
      "return",
      remark,
    ]);
    const mine = await myInspectionWork(world.ctxOf(world.cityInspector), { campaignId: world.campaignId });
    expect(mine.find((one) => one.subject.id === first.id)).toMatchObject({
      verb: "inspection.complete",
      isReturned: true,
      lastRemark: { by: "市复核", text: remark },
    });
    const again = completion(returned);
    const second = await completeSpotCheck(world.ctxOf(world.cityInspector), {
      ...again,
      scores: { ...again.scores, proposals: { score: 4, remark: "" } },
    });
    expect([first.score, second.score]).toEqual([85, 95]);
    const signed = await countersignSpotCheck(world.ctxOf(world.cityReviewer), {
      ...command(),
      id: second.id,
      version: second.version,
    });
    expect(signed).toMatchObject({ status: "countersigned", score: 95 });
    const kept = await world.asProvince((tx) =>
      tx.select().from(spotCheckScore).where(eq(spotCheckScore.spotCheckId, first.id)),
    );
    expect(kept.map((one) => one.round).toSorted()).toEqual([1, 1, 1, 1, 1, 2, 2, 2, 2, 2]);
  });

  it("is open to its own author, and closed once it is countersigned or before there is a result", async () => {
    const own = await completed(world, world.cityInspector, zhengding);
    const taken = await returnSpotCheck(world.ctxOf(world.cityInspector), {
      ...command(),
      id: own.id,
      version: own.version,
      remark,
    });
    expect(taken.status).toBe("underway");
    await expectRefused(
      returnSpotCheck(world.ctxOf(world.cityReviewer), { ...command(), id: taken.id, version: taken.version, remark }),
      "inspection.returnCompleted",
    );
  });
});

describe("cancelling a check that was entered by mistake", () => {
  const reason = "重复登记，取消";

  it("ends it with its reason at every step before the countersignature; it stays in the records", async () => {
    for (const make of [scheduled, begun, completed]) {
      const { id, version } = await make(world, world.cityInspector, zhengding);
      expect(
        (await cancelSpotCheck(world.ctxOf(world.cityInspector), { ...command(), id, version, reason })).status,
      ).toBe("cancelled");
      const detail = await getSpotCheck(world.ctxOf(world.cityInspector), { id });
      expect(detail.events.at(-1)).toMatchObject({ event: "cancel", to: "cancelled", remark: reason, by: "市检查甲" });
      expect((await auditOf(id)).at(-1)).toBe("inspection.cancel");
    }
  });

  it("is not possible once it is countersigned, without a reason, or for a reviewer", async () => {
    const { id, version } = await countersigned(world, {
      by: world.cityInspector,
      other: world.otherCityInspector,
      ...zhengding,
    });
    await expectRefused(
      cancelSpotCheck(world.ctxOf(world.cityInspector), { ...command(), id, version, reason }),
      "inspection.cancelOpen",
    );
    expect(cancelSpotCheckInput.safeParse({ ...command(), id, version, reason: "误" }).success).toBe(false);
    const open = await scheduled(world, world.cityInspector, zhengding);
    const reviewer = cancelSpotCheck(world.ctxOf(world.cityReviewer), {
      ...command(),
      id: open.id,
      version: open.version,
      reason,
    });
    await expectRefused(reviewer, "kernel.roleMayNot");
  });

  it("is open while checks are scheduled already, and closed after the campaign", async () => {
    const { id, version } = await scheduled(world, world.cityInspector, zhengding);
    const cancel = () => cancelSpotCheck(world.ctxOf(world.cityInspector), { ...command(), id, version, reason });
    await world.setPhase("ended");
    await expectRefused(cancel(), "inspection.cancelOutsidePhase");
    await world.setPhase("selfCheck");
    expect((await cancel()).status).toBe("cancelled");
    await world.setPhase("acceptance");
  });
});
