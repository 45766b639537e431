import { newId } from "@anji/kernel";
import { planCheckInput, completeCheckInput } from "@anji/inspection";
import { spotCheckScore } from "@anji/inspection/tables";
import { beginCheck, completeCheck, countersignCheck, planCheck } from "@anji/inspection/verbs";
import { auditEntry } from "@anji/database/tables";
import { asc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { begun, command, completed, completion, countersigned, planned, refusalOf } from "./acts.ts";
import { type CheckWorld, checkWorld } from "./world.ts";

let world: CheckWorld;
beforeAll(async () => {
  world = await checkWorld();
});

const zhengding = { level: "city", unitCode: "130123" } as const;

async function auditOf(subjectId: string) {
  const rows = await world.asProvince((tx) =>
    tx.select({ verb: auditEntry.verb }).from(auditEntry).where(eq(auditEntry.subjectId, subjectId)).orderBy(asc(auditEntry.id)),
  );
  return rows.map((row) => row.verb);
}

describe("planning a spot check", () => {
  it("a city plans a check of one of its counties", async () => {
    const check = await planned(world, world.cityInspector, zhengding);
    expect(check).toMatchObject({ unitCode: "130123", unitName: "正定县", status: "planned", score: null, version: 1 });
    expect(check.number).toMatch(/^130123-C\d+$/);
    expect(await auditOf(check.id)).toEqual(["inspection.plan"]);
  });

  it("a county of another city is not found", async () => {
    const refusal = await refusalOf(planned(world, world.cityInspector, { level: "city", unitCode: "130223" }));
    expect(refusal.rule).toBe("kernel.notFound");
  });

  it("a county cannot plan a check, its own unit least of all", async () => {
    expect((await refusalOf(planned(world, world.countyInspector, zhengding))).rule).toBe("kernel.levelMayNot");
  });

  it("a reviewer cannot plan a check", async () => {
    expect((await refusalOf(planned(world, world.cityReviewer, zhengding))).rule).toBe("kernel.roleMayNot");
  });

  it("a city cannot record a check of the province, nor the province one of a city", async () => {
    expect((await refusalOf(planned(world, world.cityInspector, { ...zhengding, level: "province" }))).rule).toBe("inspection.otherLevel");
    expect((await refusalOf(planned(world, world.provinceInspector, zhengding))).rule).toBe("inspection.otherLevel");
  });

  it("a city cannot check itself", async () => {
    const refusal = await refusalOf(planned(world, world.cityInspector, { level: "city", unitCode: "130100" }));
    expect(refusal.rule).toBe("inspection.ownUnit");
  });

  it("nobody who works in the unit can be one of its inspectors", async () => {
    const input = { ...command(), campaignId: world.campaignId, ...zhengding, plannedOn: "2009-05-12", inspectors: ["张检", "正定检查"] };
    const refusal = await refusalOf(planCheck(world.ctxOf(world.cityInspector), planCheckInput.parse(input)));
    expect(refusal).toMatchObject({ rule: "inspection.inspectorOfUnit", params: { name: "正定检查" }, fields: [{ path: "inspectors" }] });
  });

  it("one inspector, or the same one twice, is refused at the field", () => {
    const input = { ...command(), campaignId: world.campaignId, ...zhengding, plannedOn: "2009-05-12" };
    for (const inspectors of [["张检"], ["张检", "张检"]]) {
      const { error } = planCheckInput.safeParse({ ...input, inspectors });
      expect(error?.issues.map((issue) => [issue.path.join("."), issue.message])).toEqual([["inspectors", "inspection.inspectorsTwo"]]);
    }
  });

  it("is closed before the self-checks and after the campaign", async () => {
    await world.setPhase("deployment");
    expect((await refusalOf(planned(world, world.cityInspector, zhengding))).rule).toBe("inspection.planOutsidePhase");
    await world.setPhase("acceptance");
  });

  it("the same command sent twice plans one check", async () => {
    const input = planCheckInput.parse({
      ...command(),
      campaignId: world.campaignId,
      ...zhengding,
      plannedOn: "2009-05-12",
      inspectors: ["张检", "李查"],
    });
    const first = await planCheck(world.ctxOf(world.cityInspector), input);
    const second = await planCheck(world.ctxOf(world.cityInspector), input);
    expect(second.id).toBe(first.id);
  });
});

describe("carrying out a spot check", () => {
  it("goes from planned to countersigned and leaves one audit row for each act", async () => {
    const check = await countersigned(world, { by: world.cityInspector, other: world.otherCityInspector, ...zhengding });
    expect(check).toMatchObject({
      status: "countersigned",
      score: 85,
      conclusion: "qualified",
      completedBy: "市检查甲",
      countersignedBy: "市检查乙",
      completedOn: "2009-05-11",
      version: 4,
    });
    expect(await auditOf(check.id)).toEqual(["inspection.plan", "inspection.begin", "inspection.complete", "inspection.countersign"]);
  });

  it("cannot begin twice", async () => {
    const { id, version } = await begun(world, world.cityInspector, zhengding);
    const refusal = await refusalOf(beginCheck(world.ctxOf(world.cityInspector), { ...command(), id, version }));
    expect(refusal.rule).toBe("inspection.beginPlanned");
  });

  it("records no result for a check that has not begun", async () => {
    const check = await planned(world, world.cityInspector, zhengding);
    const refusal = await refusalOf(completeCheck(world.ctxOf(world.cityInspector), completion(check)));
    expect(refusal.rule).toBe("inspection.completeUnderway");
  });

  it("stores the five scores with their remarks", async () => {
    const { id } = await completed(world, world.cityInspector, zhengding);
    const scores = await world.asProvince((tx) => tx.select().from(spotCheckScore).where(eq(spotCheckScore.checkId, id)));
    expect(scores).toHaveLength(5);
    expect(scores.find((one) => one.question === "proposals")).toMatchObject({ score: 2, remark: "建议偏少" });
  });

  it("a score below three needs a remark, and four is the highest", () => {
    const good = completion({ id: newId<"spotCheck">(new Date()), version: 1 });
    const low = completeCheckInput.safeParse({ ...good, scores: { ...good.scores, risks: { score: 2, remark: " " } } });
    expect(low.error?.issues[0]).toMatchObject({ path: ["scores", "risks", "remark"], message: "inspection.remarkRequired" });
    const high = completeCheckInput.safeParse({ ...good, scores: { ...good.scores, risks: { score: 5, remark: "" } } });
    expect(high.success).toBe(false);
  });

  it("the person who recorded the result cannot countersign it", async () => {
    const { id, version } = await completed(world, world.cityInspector, zhengding);
    const refusal = await refusalOf(countersignCheck(world.ctxOf(world.cityInspector), { ...command(), id, version }));
    expect(refusal.rule).toBe("inspection.countersignOther");
  });

  it("a check that is not completed cannot be countersigned", async () => {
    const { id, version } = await begun(world, world.cityInspector, zhengding);
    const refusal = await refusalOf(countersignCheck(world.ctxOf(world.otherCityInspector), { ...command(), id, version }));
    expect(refusal.rule).toBe("inspection.countersignCompleted");
  });

  it("another city finds nothing, the province may look but not act", async () => {
    const { id, version } = await planned(world, world.cityInspector, zhengding);
    const far = await refusalOf(beginCheck(world.ctxOf(world.farInspector), { ...command(), id, version }));
    expect(far.rule).toBe("kernel.notFound");
    const above = await refusalOf(beginCheck(world.ctxOf(world.provinceInspector), { ...command(), id, version }));
    expect(above.rule).toBe("inspection.otherLevel");
  });

  it("a stale version is answered with the current row", async () => {
    const { id, version } = await begun(world, world.cityInspector, zhengding);
    const refusal = await refusalOf(completeCheck(world.ctxOf(world.cityInspector), completion({ id, version: version - 1 })));
    expect(refusal).toMatchObject({ code: "stale", current: { id, version, status: "underway" } });
  });

  it("waits for 检查验收", async () => {
    await world.setPhase("selfCheck");
    const { id, version } = await planned(world, world.cityInspector, zhengding);
    const refusal = await refusalOf(beginCheck(world.ctxOf(world.cityInspector), { ...command(), id, version }));
    expect(refusal.rule).toBe("inspection.outsidePhase");
    await world.setPhase("acceptance");
  });
});
