import { knownDay } from "@anji/kernel";
import { expectRefused, refusalOf } from "@anji/kernel/testing";
import { cancelSpotCheckInput, scheduleSpotCheckInput, completeSpotCheckInput } from "@anji/inspection";
import { spotCheckScore } from "@anji/inspection/tables";
import { getSpotCheck, listInspectors, myInspectionWork } from "@anji/inspection/queries";
import {
  beginSpotCheck,
  cancelSpotCheck,
  completeSpotCheck,
  countersignSpotCheck,
  scheduleSpotCheck,
  returnSpotCheck,
} from "@anji/inspection/verbs";
import { person } from "@anji/jurisdictions/tables";
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

  it("an inspector is an active account of the unit that checks, with that role", async () => {
    const closed = await world.addPerson({ name: "停用检查", unitCode: "130100", roles: ["inspector"] });
    await world.asProvince((tx) => tx.update(person).set({ isActive: false }).where(eq(person.id, closed.personId)));
    for (const other of [world.countyInspector, world.provinceInspector, world.cityReviewer, closed]) {
      const input = {
        ...command(),
        campaignId: world.campaignId,
        ...zhengding,
        scheduledOn: "2009-05-12",
        followsId: null,
        inspectorIds: [world.cityInspector.personId, other.personId],
      };
      const refusal = await refusalOf(
        scheduleSpotCheck(world.ctxOf(world.cityInspector), scheduleSpotCheckInput.parse(input)),
      );
      expect(refusal).toMatchObject({
        rule: "inspection.inspectorUnknown",
        fields: [{ path: "inspectorIds.1" }],
      });
    }
    const { items } = await listInspectors(world.ctxOf(world.cityInspector), { campaignId: world.campaignId });
    expect(items.map((one) => one.name)).toEqual(expect.arrayContaining(["市检查甲", "市检查乙"]));
    expect(items.map((one) => one.name)).not.toEqual(expect.arrayContaining(["停用检查"]));
  });

  it("one inspector, the same one twice, or a name without an account is refused at the field", () => {
    const input = {
      ...command(),
      campaignId: world.campaignId,
      ...zhengding,
      scheduledOn: "2009-05-12",
      followsId: null,
    };
    const { personId } = world.cityInspector;
    for (const inspectorIds of [[personId], [personId, personId]]) {
      const { error } = scheduleSpotCheckInput.safeParse({ ...input, inspectorIds });
      expect(error?.issues.map((issue) => [issue.path.join("."), issue.message])).toEqual([
        ["inspectorIds", "inspection.inspectorsTwo"],
      ]);
    }
    expect(scheduleSpotCheckInput.safeParse({ ...input, inspectorIds: ["甲", "乙"] }).success).toBe(false);
  });

  it("only its inspectors begin and complete a check", async () => {
    const check = await scheduled(world, world.cityInspector, zhengding);
    const stranger = world.ctxOf(world.otherCityInspector);
    const { id, version } = check;
    await expectRefused(beginSpotCheck(stranger, { ...command(), id, version }), "inspection.inspectorsOnly");
    const underway = await beginSpotCheck(world.ctxOf(world.cityInspector), { ...command(), id, version });
    await expectRefused(completeSpotCheck(stranger, completion(underway)), "inspection.inspectorsOnly");
  });

  it("is closed in a phase in which no check can be carried out", async () => {
    for (const phase of ["deployment", "selfCheck", "ended"] as const) {
      await world.setPhase(phase);
      await expectRefused(scheduled(world, world.cityInspector, zhengding), "inspection.scheduleOutsidePhase");
    }
    await world.setPhase("acceptance");
  });

  it("the same command sent twice schedules one check", async () => {
    const input = scheduleSpotCheckInput.parse({
      ...command(),
      campaignId: world.campaignId,
      ...zhengding,
      scheduledOn: "2009-05-12",
      followsId: null,
      inspectorIds: [world.cityInspector.personId, world.otherCityInspector.personId],
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
    expect(scores.find((one) => one.question === "proposals")).toMatchObject({
      score: 3,
      remark: "建议偏少，只提出一条改进意见。",
    });
  });

  it("marks above the full ones, an empty or copied answer, a day outside and an unfit conclusion are refused at their fields", async () => {
    const check = await begun(world, world.cityInspector, zhengding);
    const good = completion(check);
    const { scores } = good;
    const fieldsOf = async (change: Partial<typeof good>) => {
      const refusal = await refusalOf(
        completeSpotCheck(world.ctxOf(world.cityInspector), { ...good, ...command(), ...change }),
      );
      return refusal.fields.map(({ path, rule }) => [path, rule]);
    };
    const of = (question: keyof typeof scores, change: object) => ({
      scores: { ...scores, [question]: { ...scores[question], ...change } },
    });
    expect(await fieldsOf(of("proposals", { score: 6 }))).toEqual([
      ["scores.proposals.score", "inspection.scoreAboveFull"],
    ]);
    expect(await fieldsOf(of("risks", { remark: "\u200b。。。。。。。。。。。。" }))).toEqual([
      ["scores.risks.remark", "inspection.answerShort"],
    ]);
    expect(await fieldsOf(of("risks", { remark: scores.earnest.remark }))).toEqual([
      ["scores.risks.remark", "inspection.answerCopied"],
    ]);
    expect(
      await fieldsOf({ visitedOn: [knownDay("2009-05-10"), knownDay("2009-05-11"), knownDay("2009-05-12")] }),
    ).toEqual([
      ["visitedOn.0", "inspection.visitedOutside"],
      ["visitedOn.2", "inspection.visitedOutside"],
    ]);
    expect(await fieldsOf({ conclusion: "good" })).toEqual([["conclusion", "inspection.conclusionUnfit"]]);
    expect(await fieldsOf({ conclusion: "incomplete" })).toEqual([["conclusion", "inspection.conclusionUnfit"]]);
    const twice = completeSpotCheckInput.safeParse({ ...good, visitedOn: ["2009-05-11", "2009-05-11"] });
    expect(twice.error?.issues[0]?.message).toBe("inspection.visitedTwice");
    expect(completeSpotCheckInput.safeParse({ ...good, visitedOn: [] }).success).toBe(false);
    const vetoed = await completeSpotCheck(world.ctxOf(world.cityInspector), { ...good, conclusion: "falsified" });
    expect(vetoed).toMatchObject({
      conclusion: "falsified",
      score: 85,
      visitedOn: ["2009-05-11"],
      begunOn: "2009-05-11",
    });
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
    const { id, version } = await scheduled(world, world.cityInspector, zhengding);
    await world.setPhase("selfCheck");
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
      scores: { ...again.scores, proposals: { score: 5, remark: "补记：另提出两条建设性意见。" } },
    });
    expect([first.score, second.score]).toEqual([85, 87]);
    const signed = await countersignSpotCheck(world.ctxOf(world.cityReviewer), {
      ...command(),
      id: second.id,
      version: second.version,
    });
    expect(signed).toMatchObject({ status: "countersigned", score: 87 });
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
