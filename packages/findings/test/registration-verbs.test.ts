import { amendInput, classifyInput, returnRegistrationInput } from "@anji/findings";
import { getFinding } from "@anji/findings/queries";
import { aRegistration } from "@anji/findings/testing";
import { amountChange } from "@anji/findings/tables";
import { amend, classify, register, returnRegistration } from "@anji/findings/verbs";
import { expectRefused, refusalOf } from "@anji/kernel/testing";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { at, auditOf, classification, classified, ledgerWorld, registered, type TestWorld } from "./world.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await ledgerWorld();
});

describe("register", () => {
  it("enters a finding with a number of its city, one line, one event and one audit row", async () => {
    const row = await registered(world);
    expect(row).toMatchObject({
      status: "registered",
      unitName: "满城县",
      cityName: "保定市",
      category: "B",
      version: 1,
      outstandingFen: "100000000",
    });
    expect(row.number).toMatch(/^保-\d{4}$/);
    const detail = await getFinding(world.ctxOf(world.people.clerk), { id: row.id });
    expect(detail.lines).toEqual([
      {
        lineNo: 1,
        fundLine: "unemployment",
        kind: "B2",
        statedFen: "100000000",
        reducedFen: "0",
        foundFen: "100000000",
        recoveredFen: "0",
        repaidFen: "0",
        rebookedFen: "0",
        writtenOffFen: "0",
        outstandingFen: "100000000",
      },
    ]);
    expect(detail.events).toMatchObject([{ seq: 1, event: "register", from: null, to: "registered" }]);
    expect(await auditOf(world, { id: row.id, verb: "findings.register" })).toHaveLength(1);
  });

  it("gives two cities numbers of their own, and the same command one finding only", async () => {
    const input = aRegistration(world, { unitCode: "130121", responsibleUnit: "井陉县劳动保障局" });
    const first = await register(world.ctxOf(world.people.farClerk), input);
    expect(first.number).toMatch(/^石-0001$/);
    expect(await register(world.ctxOf(world.people.farClerk), input)).toEqual(first);
  });

  it("splits a finding over funds and kinds, summing to the amount found", async () => {
    const lines = [
      { fundLine: "unemployment", kind: "B2", foundFen: "60" },
      { fundLine: "work-injury", kind: "B1", foundFen: "40" },
    ];
    const row = await registered(world, { foundFen: "100", lines });
    const detail = await getFinding(world.ctxOf(world.people.clerk), { id: row.id });
    expect(detail.lines.map((line) => [line.lineNo, line.kind, line.foundFen])).toEqual([
      [1, "B2", "60"],
      [2, "B1", "40"],
    ]);
    await expectRefused(registered(world, { foundFen: "101", lines }), "findings.linesDiffer");
  });

  it("names who took the money and how much of it, where the kind is about money taken", async () => {
    const misused = { kind: "B10", foundFen: "500", occupier: null };
    const occupier = { category: "government", name: "县政府", level: "county", approver: null, usedOn: null } as const;
    await expectRefused(registered(world, misused), "findings.occupierNeeded");
    await expectRefused(registered(world, { ...misused, foundFen: "0", occupier }), "findings.kindNeedsAmount");
    const row = await registered(world, { ...misused, occupier });
    expect(await getFinding(world.ctxOf(world.people.clerk), { id: row.id })).toMatchObject({ occupier });
    const line = { fundLine: "unemployment", kind: "B2", foundFen: "50" };
    expect(await refusalOf(registered(world, { foundFen: "100", lines: [line, line] }))).toMatchObject({
      rule: "findings.lineTwice",
      fields: [{ path: "lines.1.kind" }],
    });
  });

  it("is refused to a leader, and outside the area the unit is not found", async () => {
    await expectRefused(register(world.ctxOf(world.people.leader), aRegistration(world, {})), "kernel.roleMayNot");
    expect((await refusalOf(register(world.ctxOf(world.people.farClerk), aRegistration(world, {})))).code).toBe(
      "notFound",
    );
  });
});

describe("classify", () => {
  it("moves a registered finding on and records it once", async () => {
    const row = await classified(world);
    expect(row).toMatchObject({ status: "classified", nature: "breach", version: 2, responsiblePerson: "王某" });
    expect(await auditOf(world, { id: row.id, verb: "findings.classify" })).toHaveLength(1);
  });

  it("is refused to a clerk, from another state and on a stale version", async () => {
    const row = await registered(world);
    await expectRefused(classify(world.ctxOf(world.people.clerk), classification(row)), "kernel.roleMayNot");
    const after = await classify(world.ctxOf(world.people.reviewer), classification(row));
    const stale = await refusalOf(classify(world.ctxOf(world.people.reviewer), classification(row)));
    expect(stale).toMatchObject({
      code: "stale",
      rule: "kernel.stale",
      current: { id: row.id, version: 2, status: "classified" },
    });
    await expectRefused(
      classify(world.ctxOf(world.people.reviewer), classification(after)),
      "findings.alreadyClassified",
    );
  });

  it("is the responsible level's or a higher one's; a county does not classify what its city answers for", async () => {
    const ofCity = aRegistration(world, { responsibleLevel: "city", responsibleUnit: "市财政局" });
    await expectRefused(register(world.ctxOf(world.people.clerk), ofCity), "findings.levelAbove");
    const row = await register(world.ctxOf(world.people.cityClerk), ofCity);
    await expectRefused(classify(world.ctxOf(world.people.reviewer), classification(row)), "findings.belowResponsible");
    expect(await classify(world.ctxOf(world.people.cityReviewer), classification(row))).toMatchObject({
      status: "classified",
    });
  });

  it("cannot make a county responsible below the unit's own level", async () => {
    const row = await register(
      world.ctxOf(world.people.cityClerk),
      aRegistration(world, { unitCode: "130600", responsibleLevel: "city" }),
    );
    const input = classifyInput.parse({ ...classification(row), responsibleLevel: "county" });
    await expectRefused(classify(world.ctxOf(world.people.cityReviewer), input), "findings.responsibleLevelUnit");
  });
});

describe("returnRegistration and amend", () => {
  it("sends a registration back; it is classified only once corrected", async () => {
    const row = await registered(world);
    const returning = returnRegistrationInput.parse({ ...at(row), remark: "金额与底稿不符" });
    const returned = await returnRegistration(world.ctxOf(world.people.reviewer), returning);
    expect(returned).toMatchObject({ status: "registered", isReturned: true });
    await expectRefused(
      classify(world.ctxOf(world.people.reviewer), classification(returned)),
      "findings.registrationReturned",
    );
    const twice = returnRegistrationInput.parse({ ...at(returned), remark: "再退一次" });
    await expectRefused(returnRegistration(world.ctxOf(world.people.reviewer), twice), "findings.alreadyReturned");
    const input = amendInput.parse({
      ...at(returned),
      changes: { foundFen: "90000000", summary: "更正后的摘要" },
      reason: "按底稿更正",
    });
    const amended = await amend(world.ctxOf(world.people.clerk), input);
    expect(amended).toMatchObject({
      isReturned: false,
      foundFen: "90000000",
      outstandingFen: "90000000",
      summary: "更正后的摘要",
    });
    expect(await auditOf(world, { id: row.id, verb: "findings.amend" })).toMatchObject([
      { before: { summary: row.summary, status: "registered" }, after: { summary: "更正后的摘要" } },
    ]);
  });

  it("takes a classification back to registration, with its nature", async () => {
    const row = await classified(world);
    const input = returnRegistrationInput.parse({ ...at(row), remark: "种类有误" });
    expect(await returnRegistration(world.ctxOf(world.people.reviewer), input)).toMatchObject({
      status: "registered",
      nature: null,
    });
    await expectRefused(returnRegistration(world.ctxOf(world.people.clerk), input), "kernel.roleMayNot");
  });

  it("leaves what was determined: amount, kind, time and responsibility change by an adjustment only", async () => {
    const clerk = world.ctxOf(world.people.clerk);
    const row = await classified(world);
    for (const [changes, path] of [
      [{ foundFen: "1" }, "foundFen"],
      [{ kind: "B1" }, "foundFen"],
      [{ occurrence: { text: "2006", precision: "year" } }, "occurrence"],
      [{ responsibleUnit: "另一单位" }, "responsibleUnit"],
    ] as const) {
      const input = amendInput.parse({ ...at(row), changes, reason: "更正" });
      expect(await refusalOf(amend(clerk, input))).toMatchObject({
        rule: "findings.adjustmentNeeded",
        fields: [{ path }],
      });
    }
    const worded = amendInput.parse({ ...at(row), changes: { summary: "写得更清楚" }, reason: "更正" });
    const amended = await amend(clerk, worded);
    const returning = returnRegistrationInput.parse({ ...at(amended), remark: "性质有误" });
    const returned = await returnRegistration(world.ctxOf(world.people.reviewer), returning);
    const again = amendInput.parse({ ...at(returned), changes: { foundFen: "1" }, reason: "更正" });
    await expectRefused(amend(clerk, again), "findings.adjustmentNeeded");
    const elsewhere = classifyInput.parse({ ...classification(returned), responsibleUnit: "另一单位" });
    await expectRefused(classify(world.ctxOf(world.people.reviewer), elsewhere), "findings.adjustmentNeeded");
  });

  it("does not make a level above responsible, nor correct anything without a change", async () => {
    const row = await registered(world);
    const up = amendInput.parse({ ...at(row), changes: { responsibleLevel: "province" }, reason: "更正" });
    await expectRefused(amend(world.ctxOf(world.people.clerk), up), "findings.levelAbove");
    const raised = classifyInput.parse({ ...classification(row), responsibleLevel: "city" });
    await expectRefused(classify(world.ctxOf(world.people.reviewer), raised), "findings.levelAbove");
    const nothing = amendInput.parse({ ...at(row), changes: { summary: row.summary }, reason: "更正" });
    await expectRefused(amend(world.ctxOf(world.people.clerk), nothing), "findings.nothingAmended");
  });

  it("keeps the amount first stated and says why another one holds, line by line", async () => {
    const row = await registered(world);
    const input = amendInput.parse({ ...at(row), changes: { foundFen: "90000000" }, reason: "按底稿更正" });
    await amend(world.ctxOf(world.people.clerk), input);
    expect(await getFinding(world.ctxOf(world.people.clerk), { id: row.id })).toMatchObject({
      firstStatedFen: "100000000",
      statedFen: "90000000",
      reducedFen: "0",
    });
    const changes = await world.asProvince((tx) =>
      tx.select().from(amountChange).where(eq(amountChange.findingId, row.id)),
    );
    expect(changes).toMatchObject([{ cause: "corrected", foundFen: -10000000n, reducedFen: 0n, kind: "B2" }]);
  });

  it("corrects a finding of several lines line by line", async () => {
    const lines = [
      { fundLine: "unemployment", kind: "B2", foundFen: "60" },
      { fundLine: "work-injury", kind: "B1", foundFen: "40" },
    ];
    const row = await registered(world, { foundFen: "100", lines });
    const whole = amendInput.parse({ ...at(row), changes: { foundFen: "90" }, reason: "更正" });
    await expectRefused(amend(world.ctxOf(world.people.clerk), whole), "findings.linesNeeded");
    const unknown = amendInput.parse({ ...at(row), changes: { lines: [{ lineNo: 7, ...lines[0] }] }, reason: "更正" });
    await expectRefused(amend(world.ctxOf(world.people.clerk), unknown), "findings.lineUnknown");
    const input = amendInput.parse({
      ...at(row),
      changes: { lines: [{ lineNo: 2, fundLine: "maternity", kind: "B1", foundFen: "30" }] },
      reason: "更正",
    });
    expect(await amend(world.ctxOf(world.people.clerk), input)).toMatchObject({
      foundFen: "90",
      fundLine: "unemployment",
    });
  });

  it("leaves facts of an inspection to the level that inspected", async () => {
    const row = await register(
      world.ctxOf(world.people.cityInspector),
      aRegistration(world, { origin: "citySpotCheck" }),
    );
    const input = amendInput.parse({ ...at(row), changes: { summary: "县里想改" }, reason: "更正" });
    await expectRefused(amend(world.ctxOf(world.people.clerk), input), "findings.originOfHigherLevel");
    expect(await amend(world.ctxOf(world.people.cityInspector), input)).toMatchObject({ summary: "县里想改" });
    const bySelf = register(world.ctxOf(world.people.clerk), aRegistration(world, { origin: "citySpotCheck" }));
    await expectRefused(bySelf, "findings.originLevel");
  });
});
