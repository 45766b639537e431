import {
  amendInput,
  attachEvidenceInput,
  closeInput,
  reportRectifiedInput,
  returnRectificationInput,
  reverseSettlementInput,
} from "@anji/findings";
import { finding } from "@anji/findings/tables";
import { getFinding, myFindingsWork } from "@anji/findings/queries";
import {
  amend,
  attachEvidence,
  classify,
  close,
  planRectification,
  recordSettlement,
  reportRectified,
  returnRectification,
  reverseSettlement,
} from "@anji/findings/verbs";
import { knownDay, newId } from "@anji/kernel";
import { expectRefused, refusalOf } from "@anji/kernel/testing";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import {
  at,
  auditOf,
  classification,
  classified,
  ledgerWorld,
  proven,
  rectificationPlan,
  rectifying,
  registered,
  reported,
  settledAndProven,
  settlementOf,
  type TestWorld,
} from "./world.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await ledgerWorld();
});

describe("planRectification", () => {
  it("needs a classified finding, the responsible level and a deadline within the phase", async () => {
    const unclassified = await registered(world);
    await expectRefused(
      planRectification(world.ctxOf(world.people.clerk), rectificationPlan(unclassified)),
      "findings.notClassified",
    );
    const row = await classified(world);
    const plan = rectificationPlan(row);
    await expectRefused(planRectification(world.ctxOf(world.people.cityClerk), plan), "findings.otherLevel");
    const late = rectificationPlan(row, { dueOn: "2009-04-01" });
    expect(await refusalOf(planRectification(world.ctxOf(world.people.clerk), late))).toMatchObject({
      rule: "findings.dueAfterPhase",
      fields: [{ path: "dueOn", params: { until: "2009年3月31日" } }],
    });
    const past = rectificationPlan(row, { dueOn: "2008-10-14" });
    await expectRefused(planRectification(world.ctxOf(world.people.clerk), past), "findings.dueInPast");
    const planned = await planRectification(world.ctxOf(world.people.clerk), plan);
    expect(planned).toMatchObject({ status: "rectifying", dueOn: "2009-03-31" });
    expect(await auditOf(world, { id: row.id, verb: "findings.planRectification" })).toHaveLength(1);
    await expectRefused(
      planRectification(world.ctxOf(world.people.clerk), rectificationPlan(planned)),
      "findings.alreadyPlanned",
    );
    expect(await planRectification(world.ctxOf(world.people.clerk), plan)).toEqual(planned);
    expect((await refusalOf(planRectification(world.ctxOf(world.people.clerk), { ...plan, ...at(row) }))).code).toBe(
      "stale",
    );
  });
});

describe("recordSettlement", () => {
  it("adds a movement to its line and head and keeps the identity", async () => {
    const row = await rectifying(world);
    const after = await recordSettlement(
      world.ctxOf(world.people.clerk),
      settlementOf(row, { amountFen: "30000000", voucherNo: "记-12" }),
    );
    expect(after).toMatchObject({
      recoveredFen: "30000000",
      outstandingFen: "70000000",
      version: row.version + 1,
      status: "rectifying",
    });
    expect(await auditOf(world, { id: row.id, verb: "findings.recordSettlement" })).toHaveLength(1);
    const detail = await getFinding(world.ctxOf(world.people.clerk), { id: row.id });
    expect(detail.settlements).toMatchObject([
      { lineNo: 1, channel: "recovered", amountFen: "30000000", voucherNo: "记-12" },
    ]);
    expect((await refusalOf(recordSettlement(world.ctxOf(world.people.clerk), settlementOf(row)))).code).toBe("stale");
  });

  it("refuses more than is outstanding, a write-off, an unknown line, another level and a day to come", async () => {
    const row = await rectifying(world);
    const ruleOf = async (changes: Parameters<typeof settlementOf>[1], by = world.people.clerk) =>
      (await refusalOf(recordSettlement(world.ctxOf(by), settlementOf(row, changes)))).rule;
    expect(await ruleOf({ amountFen: "100000001" })).toBe("findings.settledAboveFound");
    expect(await ruleOf({ channel: "writtenOff" })).toBe("findings.writeOffElsewhere");
    expect(await ruleOf({ channel: "repaid" })).toBe("findings.repaidByDuty");
    expect(await ruleOf({ channel: "rebooked" })).toBe("findings.channelOfKind");
    expect(await ruleOf({ settledOn: "2006-12-31" })).toBe("findings.settledBeforeOccurred");
    expect(await ruleOf({ lineNo: 2 })).toBe("findings.lineUnknown");
    expect(await ruleOf({ amountFen: "0" })).toBe("findings.amountZero");
    expect(await ruleOf({ settledOn: "2008-10-16" })).toBe("findings.settledInFuture");
    expect(await ruleOf({}, world.people.cityClerk)).toBe("findings.otherLevel");
    expect(await ruleOf({}, world.people.leader)).toBe("kernel.roleMayNot");
  });

  it("corrects a wrong entry by a negative one, with a reason and never below nothing", async () => {
    const row = await rectifying(world);
    const settled = await recordSettlement(world.ctxOf(world.people.clerk), settlementOf(row, { amountFen: "50" }));
    const bare = settlementOf(settled, { amountFen: "-20" });
    await expectRefused(recordSettlement(world.ctxOf(world.people.clerk), bare), "findings.correctionNeedsNote");
    const tooMuch = settlementOf(settled, { amountFen: "-51", note: "误记" });
    await expectRefused(recordSettlement(world.ctxOf(world.people.clerk), tooMuch), "findings.correctionAboveSettled");
    const corrected = await recordSettlement(
      world.ctxOf(world.people.clerk),
      settlementOf(settled, { amountFen: "-20", note: "误记" }),
    );
    expect(corrected).toMatchObject({ recoveredFen: "30", outstandingFen: "99999970" });
  });
});

describe("the same voucher", () => {
  it("is refused twice on a line, and elsewhere in the unit until a person confirms it", async () => {
    const clerk = world.ctxOf(world.people.clerk);
    const row = await rectifying(world);
    const voucherNo = "财专进〔2008〕7号";
    const once = await recordSettlement(clerk, settlementOf(row, { amountFen: "5", voucherNo }));
    await expectRefused(
      recordSettlement(clerk, settlementOf(once, { amountFen: "6", voucherNo, confirmsSameVoucher: true })),
      "findings.voucherTwice",
    );
    const other = await rectifying(world);
    expect(await refusalOf(recordSettlement(clerk, settlementOf(other, { voucherNo })))).toMatchObject({
      rule: "findings.voucherElsewhere",
      fields: [{ path: "confirmsSameVoucher", params: { places: `${row.number}（0.05 元）` } }],
    });
    const confirmed = settlementOf(other, { voucherNo, confirmsSameVoucher: true });
    expect(await recordSettlement(clerk, confirmed)).toMatchObject({ outstandingFen: "0" });
  });
});

describe("reverseSettlement", () => {
  it("takes a bounced payment back after 销号 and reopens the finding, once", async () => {
    const clerk = world.ctxOf(world.people.clerk);
    const row = await reported(world);
    const closing = closeInput.parse({ ...at(row), remark: "", checkedOnSite: true });
    const done = await close(world.ctxOf(world.people.cityReviewer), closing);
    const [payment] = (await getFinding(clerk, { id: row.id })).settlements;
    const input = reverseSettlementInput.parse({
      ...at(done),
      settlementId: payment?.id,
      settledOn: "2008-10-15",
      note: "银行退票",
    });
    await expectRefused(reverseSettlement(world.ctxOf(world.people.cityClerk), input), "findings.otherLevel");
    const early = { ...input, ...at(done), settledOn: knownDay("2008-10-13") };
    await expectRefused(reverseSettlement(clerk, early), "findings.reversedBeforeSettled");
    const reopened = await reverseSettlement(clerk, input);
    expect(reopened).toMatchObject({ status: "rectifying", isReturned: true, outstandingFen: "100000000" });
    expect(await auditOf(world, { id: row.id, verb: "findings.reverseSettlement" })).toHaveLength(1);
    await expectRefused(reverseSettlement(clerk, { ...input, ...at(reopened) }), "findings.reversedAlready");
    expect((await refusalOf(reverseSettlement(clerk, { ...input, ...at(done) }))).code).toBe("stale");
    const work = await myFindingsWork(clerk, { campaignId: world.campaignId });
    expect(work.find((item) => item.subject.id === row.id)).toMatchObject({ isReturned: true, group: "rectify" });
    const unknown = { ...input, ...at(reopened), settlementId: newId<"settlement">(new Date(0)) };
    await expectRefused(reverseSettlement(clerk, unknown), "findings.settlementUnknown");
  });
});

describe("attachEvidence", () => {
  it("attaches a document once, of a kind the plan knows, dated today at the latest", async () => {
    const row = await proven(world, await registered(world));
    const detail = await getFinding(world.ctxOf(world.people.reviewer), { id: row.id });
    expect(detail.evidenceRequired).toEqual([
      { kind: "fiscal-account-receipt", name: "财政专户进账单", isPresent: true },
      { kind: "repayment-voucher", name: "归还基金凭证", isPresent: true },
    ]);
    expect(await auditOf(world, { id: row.id, verb: "findings.attachEvidence" })).toHaveLength(2);
    const fileId = await world.upload(world.people.clerk, { name: "a.pdf", bytes: new Uint8Array([1]) });
    const input = attachEvidenceInput.parse({ ...at(row), fileId, name: "凭证", kind: "poem", eventOn: "2008-10-14" });
    await expectRefused(attachEvidence(world.ctxOf(world.people.clerk), input), "findings.evidenceKindUnknown");
    const future = attachEvidenceInput.parse({
      ...at(row),
      fileId,
      name: "凭证",
      kind: "late-fee-sheet",
      eventOn: "2008-10-16",
    });
    await expectRefused(attachEvidence(world.ctxOf(world.people.clerk), future), "findings.eventInFuture");
    const foreign = await world.upload(world.people.farClerk, { name: "b.pdf", bytes: new Uint8Array([2]) });
    const other = attachEvidenceInput.parse({
      ...at(row),
      fileId: foreign,
      name: "凭证",
      kind: "late-fee-sheet",
      eventOn: "2008-10-14",
    });
    expect((await refusalOf(attachEvidence(world.ctxOf(world.people.clerk), other))).code).toBe("notFound");
    await expectRefused(attachEvidence(world.ctxOf(world.people.leader), other), "kernel.roleMayNot");
    expect((await refusalOf(attachEvidence(world.ctxOf(world.people.clerk), { ...input, version: 1 }))).code).toBe(
      "stale",
    );
  });
});

describe("reportRectified", () => {
  it("is refused while money is outstanding or a document is missing", async () => {
    const row = await rectifying(world);
    const report = reportRectifiedInput.parse({ ...at(row), remark: "已整改" });
    await expectRefused(reportRectified(world.ctxOf(world.people.clerk), report), "findings.outstandingLeft");
    const settled = await recordSettlement(world.ctxOf(world.people.clerk), settlementOf(row));
    const second = reportRectifiedInput.parse({ ...at(settled), remark: "已整改" });
    expect(await refusalOf(reportRectified(world.ctxOf(world.people.clerk), second))).toMatchObject({
      rule: "findings.evidenceMissing",
      params: { names: "财政专户进账单、归还基金凭证" },
    });
    const early = reportRectifiedInput.parse({ ...at(await classified(world)), remark: "已整改" });
    await expectRefused(reportRectified(world.ctxOf(world.people.clerk), early), "findings.notPlanned");
  });

  it("hands the finding over for acceptance, from where the facts no longer change", async () => {
    const row = await reported(world);
    expect(row.status).toBe("awaitingAcceptance");
    expect(await auditOf(world, { id: row.id, verb: "findings.reportRectified" })).toHaveLength(1);
    const input = amendInput.parse({ ...at(row), changes: { summary: "改一改" }, reason: "更正" });
    await expectRefused(amend(world.ctxOf(world.people.clerk), input), "findings.awaitsAcceptance");
  });
});

describe("returnRectification and close", () => {
  it("returns an incomplete rectification with its remark", async () => {
    const row = await reported(world);
    const input = returnRectificationInput.parse({ ...at(row), remark: "第二笔未入财政专户" });
    await expectRefused(returnRectification(world.ctxOf(world.people.clerk), input), "kernel.roleMayNot");
    const returned = await returnRectification(world.ctxOf(world.people.cityInspector), input);
    expect(returned).toMatchObject({ status: "rectifying", isReturned: true });
    expect(await auditOf(world, { id: row.id, verb: "findings.returnRectification" })).toHaveLength(1);
    const again = returnRectificationInput.parse({ ...at(returned), remark: "再退" });
    await expectRefused(returnRectification(world.ctxOf(world.people.cityInspector), again), "findings.notReported");
  });

  it("is closed by another person than the one who registered it or reported it", async () => {
    const both = world.actorOf({ unitCode: "130621", roles: ["clerk", "reviewer"] });
    const settled = await settledAndProven(world);
    const byBoth = await reportRectified(
      world.ctxOf(both),
      reportRectifiedInput.parse({ ...at(settled), remark: "已归还" }),
    );
    const input = closeInput.parse({ ...at(byBoth), remark: "", checkedOnSite: true });
    await expectRefused(close(world.ctxOf(both), input), "findings.closedByOther");
    await expectRefused(close(world.ctxOf(world.people.clerk), input), "kernel.roleMayNot");
    const closed = await close(world.ctxOf(world.people.otherReviewer), input);
    expect(closed).toMatchObject({ status: "closed", outstandingFen: "0" });
    expect(await auditOf(world, { id: closed.id, verb: "findings.close" })).toHaveLength(1);
    const again = closeInput.parse({ ...at(closed), remark: "", checkedOnSite: true });
    await expectRefused(close(world.ctxOf(world.people.cityReviewer), again), "findings.isClosed");
  });

  it("is not closed while it may be a crime: referral is decided first", async () => {
    const row = await reported(world);
    await world.asProvince((tx) =>
      tx.update(finding).set({ nature: "suspectedCrime" }).where(eq(finding.id, row.id)).execute(),
    );
    const input = closeInput.parse({ ...at(row), remark: "", checkedOnSite: true });
    await expectRefused(close(world.ctxOf(world.people.cityReviewer), input), "findings.referralFirst");
  });

  it("is not closed before it is reported, nor on a stale version", async () => {
    const row = await settledAndProven(world);
    const early = closeInput.parse({ ...at(row), remark: "", checkedOnSite: false });
    await expectRefused(close(world.ctxOf(world.people.cityReviewer), early), "findings.notReported");
    expect((await refusalOf(close(world.ctxOf(world.people.cityReviewer), { ...early, version: 1 }))).code).toBe(
      "stale",
    );
  });
});

describe("the campaign's phase", () => {
  it("marks what is found after the self-check as 后续发现; after the end only registration stops", async () => {
    const row = await registered(world);
    await world.setPhase("acceptance");
    world.moveTo("2009-05-11");
    expect(await registered(world)).toMatchObject({ isLaterDiscovered: true });
    await world.setPhase("ended");
    world.moveTo("2010-02-01");
    await expectRefused(registered(world), "findings.campaignEnded");
    const late = await classify(world.ctxOf(world.people.reviewer), classification(row));
    const planned = await planRectification(
      world.ctxOf(world.people.clerk),
      rectificationPlan(late, { dueOn: "2010-12-31" }),
    );
    expect(await recordSettlement(world.ctxOf(world.people.clerk), settlementOf(planned))).toMatchObject({
      outstandingFen: "0",
    });
    await world.setPhase("selfCheck");
    world.moveTo("2008-10-15");
    expect(row.isLaterDiscovered).toBe(false);
  });
});
