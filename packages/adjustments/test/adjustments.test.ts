import {
  acknowledgeAdjustmentInput,
  declineAdjustmentInput,
  decidingLevel,
  grantAdjustmentInput,
  listAdjustmentsInput,
  requestAdjustmentInput,
  retractAdjustmentInput,
} from "@anji/adjustments";
import { askableKinds, listAdjustments, myAdjustmentsWork } from "@anji/adjustments/queries";
import { acknowledgeAdjustment, declineAdjustment, grantAdjustment, retractAdjustment } from "@anji/adjustments/verbs";
import { everyFinding, sumFindingsInput } from "@anji/findings";
import { getFinding, sumFindings } from "@anji/findings/queries";
import { aRegistration } from "@anji/findings/testing";
import { classify, register } from "@anji/findings/verbs";
import { mistakesOf } from "@anji/kernel";
import { expectRefused, refusalOf } from "@anji/kernel/testing";
import { beforeAll, describe, expect, it } from "vitest";
import {
  adjustmentsWorld,
  at,
  auditOf,
  classification,
  planned,
  REASON,
  requested,
  settled,
  type TestWorld,
} from "./world.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await adjustmentsWorld();
});

const reduceBy = (amountFen: string) => ({ kind: "reduce", lines: [{ lineNo: 1, amountFen }] });
const granting = (row: { id: unknown; version: number }) =>
  grantAdjustmentInput.parse({ ...at(row), documentNo: "冀社险治办〔2008〕11号", remark: "核对原始凭证，同意。" });
const byCity = () => world.ctxOf(world.people.otherCityReviewer);

describe("a reduction", () => {
  it("is asked for by the responsible unit and takes effect when another person grants it", async () => {
    const row = await planned(world, {});
    const asked = await requested(world, row, reduceBy("8400000"));
    expect(asked).toMatchObject({
      status: "requested",
      decidingLevel: "city",
      effects: [{ field: "foundFen", lineNo: 1, before: "100000000", after: "91600000" }],
    });
    expect(await auditOf(world, { id: asked.id, verb: "adjustments.request" })).toHaveLength(1);
    const before = await getFinding(byCity(), { id: row.id });
    expect(before).toMatchObject({ foundFen: "100000000", version: row.version });
    const granted = await grantAdjustment(byCity(), granting(asked));
    expect(granted).toMatchObject({ status: "granted", documentNo: "冀社险治办〔2008〕11号" });
    const after = await getFinding(byCity(), { id: row.id });
    expect(after).toMatchObject({
      firstStatedFen: "100000000",
      statedFen: "100000000",
      reducedFen: "8400000",
      foundFen: "91600000",
      outstandingFen: "91600000",
      status: "rectifying",
    });
    expect(after.events.at(-1)).toMatchObject({ event: "adjust", documentNo: "冀社险治办〔2008〕11号" });
    expect(await auditOf(world, { id: row.id, verb: "adjustments.grant" })).toHaveLength(1);
    expect(await auditOf(world, { id: asked.id, verb: "adjustments.grant" })).toHaveLength(1);
    await expectRefused(grantAdjustment(byCity(), granting(granted)), "adjustments.alreadyDecided");
    expect((await refusalOf(grantAdjustment(byCity(), granting(asked)))).code).toBe("stale");
  });

  it("is never decided by who registered or classified, nor by another level than the one that decides", async () => {
    const row = await planned(world, {});
    const asked = await requested(world, row, reduceBy("1"));
    await expectRefused(
      grantAdjustment(world.ctxOf(world.people.cityReviewer), granting(asked)),
      "adjustments.ownCase",
    );
    await expectRefused(grantAdjustment(world.ctxOf(world.people.reviewer), granting(asked)), "adjustments.otherLevel");
    await expectRefused(
      grantAdjustment(world.ctxOf(world.people.provinceReviewer), granting(asked)),
      "adjustments.otherLevel",
    );
    await expectRefused(grantAdjustment(world.ctxOf(world.people.clerk), granting(asked)), "kernel.roleMayNot");
  });

  it("stays below nothing: what is settled is neither reduced at once nor when it is granted", async () => {
    const row = await planned(world, {});
    const paid = await settled(world, row, "60000000");
    await expectRefused(requested(world, paid, reduceBy("40000001")), "findings.foundBelowSettled");
    const asked = await requested(world, paid, reduceBy("40000000"));
    await settled(world, await getFinding(byCity(), { id: row.id }), "1");
    await expectRefused(grantAdjustment(byCity(), granting(asked)), "findings.foundBelowSettled");
  });

  it("needs a classified finding, a reason of twenty signs, a paper, and no other open request", async () => {
    const fresh = await register(world.ctxOf(world.people.clerk), aRegistration(world, {}));
    await expectRefused(requested(world, fresh, reduceBy("1")), "findings.amendFreely");
    const row = await planned(world, {});
    const bare = requestAdjustmentInput.safeParse({
      commandId: crypto.randomUUID(),
      findingId: row.id,
      version: row.version,
      change: { kind: "reduce", lines: [{ lineNo: 1, amountFen: "0" }] },
      reason: "太短",
      fileIds: [],
    });
    const mistakes = bare.success ? [] : mistakesOf(bare.error);
    const ruleAt = (path: string) => mistakes.find((one) => one.path === path)?.rule;
    expect(ruleAt("change.lines.0.amountFen")).toBe("adjustments.amountZero");
    expect(ruleAt("fileIds")).toBe("adjustments.documentNeeded");
    expect(mistakes.map((one) => one.path)).toContain("reason");
    const twice = { kind: "reduce", lines: [1, 1].map((lineNo) => ({ lineNo, amountFen: "1" })) };
    expect(requestAdjustmentInput.shape.change.safeParse(twice).error?.issues[0]?.message).toBe(
      "adjustments.lineTwice",
    );
    await requested(world, row, reduceBy("1"));
    await expectRefused(requested(world, row, reduceBy("2")), "adjustments.oneAtATime");
    const stranger = world.actorOf({ unitCode: "130600", roles: ["clerk"] });
    await expectRefused(
      requested(world, await planned(world, {}), reduceBy("1"), { by: stranger }),
      "adjustments.notConcerned",
    );
  });
});

describe("the other kinds", () => {
  it("an increase raises what was stated, and the first stated amount stays", async () => {
    const row = await planned(world, {});
    const asked = await requested(world, row, { kind: "increase", lines: [{ lineNo: 1, amountFen: "5" }] });
    await grantAdjustment(byCity(), granting(asked));
    expect(await getFinding(byCity(), { id: row.id })).toMatchObject({
      firstStatedFen: "100000000",
      statedFen: "100000005",
      foundFen: "100000005",
      reducedFen: "0",
    });
  });

  it("a reclassification takes the money to another kind, where its ways of settling allow it", async () => {
    const row = await planned(world, {});
    const to = (kind: string) => ({
      kind: "reclassify",
      lines: [{ lineNo: 1, fundLine: "unemployment", kind }],
      occurrence: null,
      occupier: null,
    });
    await expectRefused(requested(world, row, to("B2")), "findings.nothingAmended");
    await expectRefused(requested(world, row, to("D5")), "findings.kindWithoutAmount");
    await grantAdjustment(byCity(), granting(await requested(world, row, to("B9"))));
    expect(await getFinding(byCity(), { id: row.id })).toMatchObject({
      kind: "B9",
      category: "B",
      foundFen: "100000000",
    });
  });

  it("a move is granted by the level that receives it", async () => {
    const row = await planned(world, {});
    const change = {
      kind: "move",
      responsibleUnit: "省劳动保障厅",
      responsibleLevel: "province",
      responsiblePerson: null,
    };
    const asked = await requested(world, row, change);
    expect(asked.decidingLevel).toBe("province");
    await expectRefused(grantAdjustment(byCity(), granting(asked)), "adjustments.otherLevel");
    await grantAdjustment(world.ctxOf(world.people.provinceReviewer), granting(asked));
    expect(await getFinding(byCity(), { id: row.id })).toMatchObject({ responsibleLevel: "province" });
  });

  it("a double registration is withdrawn: it stays listed, names the other finding and counts for nothing", async () => {
    const original = await planned(world, {});
    const double = await planned(world, {});
    const counted = async () => {
      const filter = everyFinding("130621");
      const sums = [null, "kind"].map((groupBy) =>
        sumFindings(byCity(), sumFindingsInput.parse({ campaignId: world.campaignId, filter, groupBy })),
      );
      return (await Promise.all(sums)).map(({ total }) => [total.count, BigInt(total.foundFen)] as const);
    };
    const before = await counted();
    const change = { kind: "withdrawDuplicate", duplicateOf: original.id };
    await expectRefused(requested(world, double, { ...change, duplicateOf: double.id }), "findings.originalUnknown");
    await grantAdjustment(byCity(), granting(await requested(world, double, change)));
    const after = await getFinding(byCity(), { id: double.id });
    expect(after).toMatchObject({
      status: "withdrawn",
      duplicateOf: original.id,
      foundFen: "0",
      reducedFen: "100000000",
      statedFen: "100000000",
    });
    expect(await counted()).toEqual(before.map(([count, found]) => [count - 1, found - 100_000_000n]));
    await expectRefused(requested(world, after, reduceBy("1")), "findings.isWithdrawn");
  });

  it("a contest within the plan's days returns the finding to classification; its amounts stay", async () => {
    const row = await planned(world, {});
    const contest = { kind: "contest" };
    const inspected = { origin: "citySpotCheck", registeredLevel: "city", responsibleLevel: "county" } as const;
    expect(decidingLevel("contest", { ...inspected, responsibleLevel: "city" })).toBe("province");
    expect(decidingLevel("reduce", { ...inspected, registeredLevel: "province" })).toBe("province");
    const ofCity = await register(
      world.ctxOf(world.people.cityClerk),
      aRegistration(world, { origin: "citySpotCheck" }),
    );
    const classified = await classify(world.ctxOf(world.people.cityReviewer), classification(ofCity));
    await expectRefused(
      requested(world, classified, contest, { by: world.people.cityClerk }),
      "adjustments.contestedByUnit",
    );
    const asked = await requested(world, row, contest);
    const paid = await settled(world, await getFinding(byCity(), { id: row.id }), "7");
    expect(paid.recoveredFen).toBe("7");
    await grantAdjustment(byCity(), granting(asked));
    const after = await getFinding(byCity(), { id: row.id });
    expect(after).toMatchObject({ status: "registered", nature: null, isDetermined: true, recoveredFen: "7" });
    const late = await planned(world, {});
    world.moveTo("2008-10-26");
    await expectRefused(requested(world, late, contest), "adjustments.contestLate");
    world.moveTo("2008-10-15");
  });
});

describe("the request itself", () => {
  it("is declined with a reason or retracted by its applicant, and the finding stays as it is", async () => {
    const row = await planned(world, {});
    const asked = await requested(world, row, reduceBy("9"));
    await expectRefused(
      retractAdjustment(world.ctxOf(world.people.cityClerk), retractAdjustmentInput.parse(at(asked))),
      "adjustments.applicantOnly",
    );
    const clerk = world.ctxOf(world.people.clerk);
    const retracted = await retractAdjustment(clerk, retractAdjustmentInput.parse(at(asked)));
    expect(retracted.status).toBe("retracted");
    const second = await requested(world, row, reduceBy("9"));
    await expectRefused(
      acknowledgeAdjustment(clerk, acknowledgeAdjustmentInput.parse(at(second))),
      "adjustments.notDecided",
    );
    const no = declineAdjustmentInput.parse({ ...at(second), remark: "凭证不足以证明。" });
    const declined = await declineAdjustment(byCity(), no);
    expect(declined).toMatchObject({ status: "declined", decision: "凭证不足以证明。" });
    expect(await getFinding(byCity(), { id: row.id })).toMatchObject({ version: row.version, reducedFen: "0" });
    for (const [id, verb] of [
      [asked.id, "adjustments.retract"],
      [second.id, "adjustments.decline"],
    ] as const)
      expect(await auditOf(world, { id, verb })).toHaveLength(1);
  });

  it("waits as a card for who may decide, and comes back to its applicant until it is read", async () => {
    const { campaignId } = world;
    const row = await planned(world, {});
    const asked = await requested(world, row, reduceBy("3"));
    const cards = async (actor: TestWorld["people"]["clerk"]) =>
      (await myAdjustmentsWork(world.ctxOf(actor), { campaignId })).filter((item) => item.key.endsWith(asked.id));
    expect(await cards(world.people.otherCityReviewer)).toMatchObject([
      { group: "approve", lastRemark: { text: REASON } },
    ]);
    expect(await cards(world.people.cityReviewer)).toEqual([]);
    expect(await cards(world.people.clerk)).toEqual([]);
    const granted = await grantAdjustment(byCity(), granting(asked));
    expect(await cards(world.people.clerk)).toMatchObject([{ verb: "adjustments.acknowledge" }]);
    const read = acknowledgeAdjustmentInput.parse(at(granted));
    await acknowledgeAdjustment(world.ctxOf(world.people.clerk), read);
    expect(await auditOf(world, { id: asked.id, verb: "adjustments.acknowledge" })).toHaveLength(1);
    expect(await cards(world.people.clerk)).toEqual([]);
  });

  it("is listed with its papers, what changes, and the acts open to the reader; nowhere outside the area", async () => {
    const row = await planned(world, {});
    const asked = await requested(world, row, reduceBy("4"));
    const page = { campaignId: world.campaignId, findingId: row.id, view: "waiting", cursor: null, limit: 10 };
    const input = listAdjustmentsInput.parse(page);
    const [shown] = (await listAdjustments(byCity(), input)).items;
    expect(shown).toMatchObject({ id: asked.id, number: row.number, documents: [{ name: "凭证.pdf" }] });
    const open = shown?.acts.filter((act) => act.whyNot === null).map((act) => act.verb);
    expect(open).toEqual(["grant", "decline"]);
    const kinds = await askableKinds(world.ctxOf(world.people.clerk), { findingId: row.id });
    expect(kinds.map((one) => [one.kind, one.decidingLevel, one.whyNot?.rule])).toContainEqual([
      "reduce",
      "city",
      "adjustments.oneAtATime",
    ]);
    const far = world.actorOf({ unitCode: "130121", roles: ["reviewer"] });
    expect((await listAdjustments(world.ctxOf(far), input)).items).toEqual([]);
    expect((await refusalOf(listAdjustments(byCity(), { ...input, cursor: "x" }))).rule).toBe("kernel.invalidInput");
  });
});
