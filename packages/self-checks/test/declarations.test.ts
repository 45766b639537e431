import { auditOf } from "@anji/database/testing";
import { addAgency } from "@anji/jurisdictions/verbs";
import { type Actor, newId } from "@anji/kernel";
import { expectRefused, refusalOf } from "@anji/kernel/testing";
import { mySelfChecksWork } from "@anji/self-checks/queries";
import { answersNaming } from "@anji/self-checks/testing";
import { answerDeclaration, returnDeclaration, signDeclaration, signUnit } from "@anji/self-checks/verbs";
import { beforeAll, describe, expect, it } from "vitest";
import {
  answer,
  command,
  declared,
  entered,
  matrixOf,
  partOf,
  type SelfChecksWorld,
  selfChecksWorld,
  sign,
} from "./world.ts";

const LABOUR = "labour-security";
let world: SelfChecksWorld;
beforeAll(async () => {
  world = await selfChecksWorld();
});

async function unitOf(unitCode: string) {
  const clerk = await world.person(unitCode, "clerk");
  const reviewer = await world.person(unitCode, "reviewer");
  return { unitCode, clerk, reviewer, of: { unitCode, declarant: LABOUR } };
}

describe("a department answers fund by fund and category by category", () => {
  it("says found with the registered rows, nothing where there are none, and is audited", async () => {
    const { clerk, of } = await unitOf("130621");
    const row = await entered(world, clerk, { kind: "B2" });
    const commandId = crypto.randomUUID();
    const answered = await answer(world, clerk, { ...of, commandId });
    const part = await partOf(world, clerk, of);
    expect([part.state, part.answeredBy]).toEqual(["answered", clerk.name]);
    const found = part.cells.filter((cell) => cell.answer === "found");
    expect(found).toMatchObject([{ fundLine: "unemployment", category: "B", findings: [row.id], count: 1 }]);
    expect(part.cells.filter((cell) => cell.answer === "nothing")).toHaveLength(27);
    const audit = await auditOf(world, { provincePath: "13", commandId });
    expect(audit.map((one) => [one.verb, one.subjectId])).toEqual([["selfChecks.answer", answered.id]]);
  });

  it("refuses nothing where rows lie, found without rows, a search of two signs and a bare 不属本部门", async () => {
    const { clerk, unitCode, of } = await unitOf("130622");
    await entered(world, clerk, {});
    const nothing = answersNaming(world.plan, []);
    await expectRefused(answer(world, clerk, { ...of, cells: nothing }), "selfChecks.nothingWithRows");
    const [first] = nothing;
    if (first === undefined) throw new Error("the plan has places");
    const one = (cell: Partial<typeof first>) => answer(world, clerk, { ...of, cells: [{ ...first, ...cell }] });
    await expectRefused(one({ answer: "found" }), "selfChecks.foundWithoutRows");
    await expectRefused(one({ answer: "notApplicable" }), "selfChecks.reasonNeeded");
    await expectRefused(one({ fundLine: "lottery" }), "selfChecks.placeUnknown");
    await expectRefused(answer(world, clerk, { ...of, cells: [first, first] }), "selfChecks.placeTwice");
    await expectRefused(answer(world, clerk, { ...of, cells: [first], searched: "没有" }), "selfChecks.searchedNeeded");
    const bank = { ...of, ...command(), campaignId: world.campaignId, declarant: "bank", version: null };
    const unknown = answerDeclaration(world.ctxOf(clerk), { ...bank, searched: "", cells: nothing });
    await expectRefused(unknown, "selfChecks.declarantUnknown");
    expect((await matrixOf(world, clerk, unitCode)).declarants.map((each) => each.state)).toEqual(
      Array.from({ length: 4 }, () => "missing"),
    );
  });

  it("lets one department name a row, and only findings of the unit", async () => {
    const { clerk, of } = await unitOf("130623");
    const row = await entered(world, clerk, {});
    await answer(world, clerk, of);
    const taken = answer(world, clerk, { ...of, declarant: "finance" });
    await expectRefused(taken, "selfChecks.rowOfOther");
    // Named by another department, the row no longer keeps this one from saying nothing.
    const cells = answersNaming(world.plan, []);
    await answer(world, clerk, { ...of, declarant: "finance", cells });
    const [first] = cells;
    if (first === undefined) throw new Error("the plan has places");
    const reasoned = { ...first, answer: "notApplicable" as const, reason: "地税不经办该项", findings: [row.id] };
    await expectRefused(
      answer(world, clerk, { ...of, declarant: "health", cells: [reasoned] }),
      "selfChecks.rowsWithoutFound",
    );
  });

  it("is refused to another unit, to other roles, before the phase and from an old version", async () => {
    const { clerk, reviewer, of } = await unitOf("130624");
    const beside = await world.person("130600", "clerk");
    await expectRefused(answer(world, beside, of), "selfChecks.ownUnit");
    await expectRefused(answer(world, reviewer, of), "kernel.roleMayNot");
    await world.setPhase("deployment");
    await expectRefused(answer(world, clerk, of), "selfChecks.notOpen");
    await world.setPhase("ended");
    await expectRefused(answer(world, clerk, of), "campaign.alreadyEnded");
    await world.setPhase("selfCheck");
    await answer(world, clerk, of);
    expect(await refusalOf(answer(world, clerk, { ...of, version: 7 }))).toMatchObject({
      code: "stale",
      current: { version: 1, answeredBy: clerk.name },
    });
  });
});

describe("a department signs", () => {
  it("by another person than the one who answered, with the head's promise, over the list that was seen", async () => {
    const { clerk, reviewer, of } = await unitOf("130625");
    const both = await world.person("130625", "clerk", "reviewer");
    const unknown = { ...command(), id: newId<"declaration">(new Date()), version: 1, head: "李某" };
    const absent = signDeclaration(world.ctxOf(reviewer), { ...unknown, rowsHash: "0".repeat(64) });
    expect((await refusalOf(absent)).code).toBe("notFound");
    await answer(world, both, of);
    await expectRefused(sign(world, both, of), "selfChecks.signedByOther");
    await expectRefused(sign(world, clerk, of), "kernel.roleMayNot");
    await expectRefused(sign(world, reviewer, { ...of, rowsHash: "0".repeat(64) }), "selfChecks.rowsMoved");
    const signed = await sign(world, reviewer, of);
    expect(signed).toMatchObject({ signedBy: reviewer.name, isLate: false });
    const part = await partOf(world, reviewer, of);
    expect([part.state, part.head]).toEqual(["signed", "李局长"]);
    expect(part.signatureHash).toMatch(/^[0-9a-f]{64}$/);
    await expectRefused(answer(world, clerk, of), "selfChecks.alreadySigned");
    await expectRefused(sign(world, reviewer, of), "selfChecks.alreadySigned");
  });

  it("never with a cell unanswered: silence is not nothing", async () => {
    const { clerk, reviewer, of } = await unitOf("130626");
    const cells = answersNaming(world.plan, []).slice(1);
    await answer(world, clerk, { ...of, cells });
    expect((await partOf(world, clerk, of)).state).toBe("partlyAnswered");
    const refused = await refusalOf(sign(world, reviewer, of));
    expect([refused.rule, refused.params]).toEqual(["selfChecks.cellsUnanswered", { count: 1 }]);
  });

  it("no longer when a row was registered after the answer", async () => {
    const { clerk, reviewer, of } = await unitOf("130627");
    await answer(world, clerk, of);
    await entered(world, clerk, {});
    await expectRefused(sign(world, reviewer, of), "selfChecks.nothingWithRows");
  });

  it("and its reviewer returns it with a remark; then a clerk answers again", async () => {
    const { clerk, reviewer, of } = await unitOf("130628");
    await answer(world, clerk, of);
    await sign(world, reviewer, of);
    const { id, version } = await partOf(world, reviewer, of);
    if (id === null || version === null) throw new Error("it is signed");
    const input = { ...command(), id, version, remark: "请补列社保所账户问题" };
    await expectRefused(returnDeclaration(world.ctxOf(clerk), input), "kernel.roleMayNot");
    await returnDeclaration(world.ctxOf(reviewer), input);
    expect(await auditOf(world, { provincePath: "13", commandId: input.commandId })).toHaveLength(1);
    expect(await partOf(world, reviewer, of)).toMatchObject({ state: "returned", returnedRemark: input.remark });
    await expectRefused(sign(world, reviewer, of), "selfChecks.answerAgain");
    expect((await refusalOf(returnDeclaration(world.ctxOf(reviewer), { ...input, ...command() }))).code).toBe("stale");
    await answer(world, clerk, of);
    expect((await partOf(world, clerk, of)).state).toBe("answered");
    const finance = await partOf(world, clerk, { ...of, declarant: "finance" });
    expect(finance.whyNot.sign).toMatchObject({ rule: "kernel.roleMayNot" });
    expect((await partOf(world, reviewer, { ...of, declarant: "finance" })).whyNot.sign?.rule).toBe(
      "selfChecks.notAnswered",
    );
  });
});

describe("an agency signs for its own findings", () => {
  async function agencyOf(unitCode: string) {
    const administrator = await world.person(unitCode, "administrator");
    return addAgency(world.ctxOf(administrator), { ...command(), parentCode: unitCode, name: "养老保险所" });
  }

  it("itself when it has people of its own; without them the unit does", async () => {
    const { clerk, reviewer, unitCode } = await unitOf("130629");
    const { code } = await agencyOf(unitCode);
    const of = { unitCode, declarant: code };
    await answer(world, clerk, of);
    const own = await world.person(code, "clerk");
    await world.person(code, "reviewer");
    await expectRefused(sign(world, reviewer, of), "selfChecks.agencySignsItself");
    await expectRefused(answer(world, clerk, of), "selfChecks.agencySignsItself");
    await expectRefused(answer(world, own, { unitCode, declarant: LABOUR }), "selfChecks.ownUnit");
    await entered(world, own, { unitCode: code });
    await answer(world, own, of);
    expect((await partOf(world, own, of)).cells.filter((cell) => cell.answer === "found")).toHaveLength(1);
    // The unit's departments do not answer for the agency's rows.
    await answer(world, clerk, { unitCode, declarant: LABOUR });
  });
});

describe("the unit signs the whole", () => {
  it("after all departments, by a person who answered for none of them", async () => {
    const { clerk, reviewer, unitCode, of } = await unitOf("130630");
    const whole = async (by: Actor, partsHash?: string) => {
      const matrix = await matrixOf(world, by, unitCode);
      const version = matrix.signature?.version ?? null;
      const { campaignId } = world;
      const input = { ...command(), campaignId, unitCode, version, head: "张县长" };
      return signUnit(world.ctxOf(by), { ...input, partsHash: partsHash ?? matrix.partsHash });
    };
    await expectRefused(whole(reviewer), "selfChecks.departmentsOpen");
    const answering = await world.person(unitCode, "clerk", "leader");
    await answer(world, answering, of);
    await sign(world, reviewer, of);
    for (const declarant of ["finance", "local-tax", "health"]) {
      await answer(world, clerk, { unitCode, declarant });
      await sign(world, reviewer, { unitCode, declarant });
    }
    await expectRefused(whole(answering), "selfChecks.signedByOther");
    await expectRefused(whole(reviewer, "0".repeat(64)), "selfChecks.rowsMoved");
    await expectRefused(whole(clerk), "kernel.roleMayNot");
    const city = await world.person("130600", "leader");
    await expectRefused(whole(city), "selfChecks.ownUnit");
    expect(await whole(reviewer)).toMatchObject({ outcome: "nil", version: 1, isLate: false });
    await expectRefused(whole(reviewer), "selfChecks.alreadySigned");
    expect((await matrixOf(world, city, unitCode)).isSigned).toBe(true);
  });

  it("never while a registered finding is named by nobody", async () => {
    const { clerk, reviewer, unitCode } = await unitOf("130631");
    const cells = answersNaming(world.plan, []).map((cell) => ({
      ...cell,
      answer: "notApplicable" as const,
      reason: "不经办该项基金",
    }));
    await entered(world, clerk, {});
    for (const { code } of world.plan.selfCheckDepartments) {
      await answer(world, clerk, { unitCode, declarant: code, cells });
      await sign(world, reviewer, { unitCode, declarant: code });
    }
    const { whyNotSign } = await matrixOf(world, reviewer, unitCode);
    expect(whyNotSign).toMatchObject({ rule: "selfChecks.rowsUndeclared", params: { count: 1 } });
  });

  it("is owed by a city as by a county, and by the province not at all", async () => {
    const city = await unitOf("130600");
    expect(await declared(world, city, city.unitCode)).toMatchObject({ outcome: "nil" });
    const province = await world.person("130000", "leader");
    const { declarants, whyNotSign } = await matrixOf(world, province, "130000");
    expect([declarants, whyNotSign]).toEqual([[], null]);
    const input = { ...command(), campaignId: world.campaignId, unitCode: "130000", version: null, head: "某某" };
    await expectRefused(
      signUnit(world.ctxOf(province), { ...input, partsHash: "0".repeat(64) }),
      "selfChecks.nothingOwed",
    );
  });

  it("waits as work for the clerk, then for the reviewer, then for the person who signs the whole", async () => {
    const { clerk, reviewer, unitCode, of } = await unitOf("130632");
    const verbsOf = async (by: Actor) =>
      (await mySelfChecksWork(world.ctxOf(by), { campaignId: world.campaignId })).map((item) => item.verb);
    expect(await verbsOf(clerk)).toEqual(Array.from({ length: 4 }, () => "selfChecks.answer"));
    expect(await verbsOf(reviewer)).toEqual([]);
    await answer(world, clerk, of);
    expect(await verbsOf(reviewer)).toEqual(["selfChecks.signDeclaration"]);
    for (const { code } of world.plan.selfCheckDepartments) {
      if (code !== LABOUR) await answer(world, clerk, { unitCode, declarant: code });
      await sign(world, reviewer, { unitCode, declarant: code });
    }
    expect(await verbsOf(reviewer)).toEqual(["selfChecks.signUnit"]);
    expect(await verbsOf(clerk)).toEqual([]);
  });
});
