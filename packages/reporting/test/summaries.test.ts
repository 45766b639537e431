import { read } from "@anji/database";
import { figureRows } from "@anji/figures/queries";
import { at, auditOf, command, registered } from "@anji/figures/testing";
import type { Actor } from "@anji/kernel";
import { expectRefused, refusalOf } from "@anji/kernel/testing";
import {
  receiveReportInput,
  attachRenderingInput,
  declareNilInput,
  draftReportInput,
  recordSendingInput,
  returnReportInput,
  writeReportInput,
} from "@anji/reporting";
import { getReport, listReports, type ReportAnswer, reportContent } from "@anji/reporting/queries";
import { report } from "@anji/reporting/tables";
import { someSections } from "@anji/reporting/testing";
import {
  receiveReport,
  attachRendering,
  declareNil,
  draftReport,
  recordSending,
  refreezeReport,
  renderReport,
  returnReport,
  submitReport,
  writeReport,
} from "@anji/reporting/verbs";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { reportFacts } from "../src/queries/gate-source.ts";
import { type ReportWorld, reportWorld, signed } from "./world.ts";

let world: ReportWorld;
beforeAll(async () => {
  world = await reportWorld();
  await registered(world, { foundFen: "1234500" });
  world.moveTo("2009-09-10");
  await world.setPhase("summary");
});

async function drafted(by: Actor): Promise<ReportAnswer> {
  return draftReport(
    world.ctxOf(by),
    draftReportInput.parse({
      ...command(),
      kind: "summary",
      month: null,
      campaignId: world.campaignId,
      unitCode: by.unitCode,
    }),
  );
}

async function submitted(by: Actor): Promise<ReportAnswer> {
  const input = writeReportInput.parse({ ...at(await drafted(by)), narrative: someSections({}) });
  return signed(world, by, await writeReport(world.ctxOf(by), input));
}

function reviewerOf(unitCode: string): Actor {
  return world.actorOf({ unitCode, roles: ["reviewer"] });
}

async function gateFacts() {
  return read(world.ctxOf(world.people.provinceLeader), (reader) =>
    reportFacts(reader, { campaign: { id: world.campaignId } }),
  );
}

describe("a city's summary", () => {
  it("is drafted with frozen figures, submitted and received, one audit row for each act", async () => {
    const { cityReviewer, provinceLeader } = world.people;
    const sent = await submitted(cityReviewer);
    expect(sent).toMatchObject({ status: "submitted", level: "city", dueOn: "2009-09-30" });
    const detail = await getReport(world.ctxOf(provinceLeader), { id: sent.id });
    expect(detail.figures.total).toMatchObject({ count: 1, found: "1234500" });
    const rows = await figureRows(world.ctxOf(provinceLeader), {
      cutOffId: detail.cutOffId,
      figure: { by: "unit", key: "130123", quantity: "found" },
      cursor: null,
      limit: 10,
    });
    expect(rows.sum).toEqual({ count: 1, amountFen: "1234500" });
    const received = await receiveReport(world.ctxOf(provinceLeader), receiveReportInput.parse(at(sent)));
    expect(received.status).toBe("received");
    expect(await auditOf(world, sent.id)).toEqual([
      "reporting.draft",
      "reporting.write",
      "reporting.submit",
      "reporting.receive",
    ]);
  });

  it("has its document made by a worker once it is submitted, attached once, and again when it is asked for", async () => {
    const { provinceLeader, worker } = world.people;
    const reviewer = reviewerOf("130200");
    const sent = await submitted(reviewer);
    const asWorker = world.ctxOf(worker);
    const { content, jobId } = await reportContent(asWorker, { id: sent.id });
    expect(content).toMatchObject({
      unitName: "唐山市",
      addressee: "省社保基金专项治理工作领导小组",
      narrative: someSections({}),
      maker: reviewer.name,
    });
    const attach = async (job: string | null, by = asWorker, xlsxFileId: string | null = null) =>
      attachRendering(
        by,
        attachRenderingInput.parse({
          ...command(),
          id: sent.id,
          jobId: job,
          docxFileId: await world.upload(worker, {
            name: "总结报告.docx",
            bytes: new TextEncoder().encode(`docx ${job}`),
          }),
          xlsxFileId,
        }),
      );
    const workbook = await world.upload(worker, { name: "表.xlsx", bytes: new TextEncoder().encode("xlsx") });
    expect(await refusalOf(attach(jobId, asWorker, workbook))).toMatchObject({
      rule: "kernel.invalidInput",
      fields: [{ path: "xlsxFileId" }],
    });
    const attached = await attach(jobId);
    expect((await attach(jobId)).version).toBe(attached.version);
    const detail = await getReport(world.ctxOf(provinceLeader), { id: sent.id });
    expect([detail.files.docx?.name, detail.rendering?.jobId]).toEqual(["总结报告.docx", jobId]);
    expect(detail.acts.map((act) => act.verb)).not.toContain("attachRendering");
    const again = await renderReport(world.ctxOf(reviewer), at(attached));
    expect((await getReport(world.ctxOf(reviewer), { id: sent.id })).files.docx).toBeNull();
    await expectRefused(attach(jobId), "reporting.renderingSuperseded");
    await expectRefused(attach(jobId, world.ctxOf(reviewer)), "kernel.roleMayNot");
    expect(again.status).toBe("submitted");
    const draft = await drafted(reviewerOf("131100"));
    await expectRefused(renderReport(world.ctxOf(reviewerOf("131100")), at(draft)), "reporting.renderSubmitted");
  });

  it("belongs to the summary phase", async () => {
    await world.setPhase("acceptance");
    await expectRefused(drafted(reviewerOf("130300")), "reporting.summaryPhase");
    await world.setPhase("summary");
  });

  it("is not submitted with an empty section, nor by a county, nor by a clerk", async () => {
    const reviewer = reviewerOf("130400");
    const draft = await drafted(reviewer);
    expect(await refusalOf(signed(world, reviewer, draft))).toMatchObject({
      rule: "reporting.textMissing",
      params: { count: 6 },
    });
    await expectRefused(drafted(world.people.countyReviewer), "kernel.levelMayNot");
    const clerk = world.actorOf({ unitCode: "130400", roles: ["clerk"] });
    await expectRefused(submitReport(world.ctxOf(clerk), at(draft)), "kernel.roleMayNot");
  });

  it("a stale version is answered with the current summary", async () => {
    const reviewer = reviewerOf("130500");
    const draft = await drafted(reviewer);
    const refrozen = await refreezeReport(world.ctxOf(reviewer), at(draft));
    const refusal = await refusalOf(refreezeReport(world.ctxOf(reviewer), at(draft)));
    expect(refusal).toMatchObject({ code: "stale", current: { id: draft.id, version: refrozen.version } });
  });

  it("counts for the gate once the province has accepted it, and names itself until then", async () => {
    const reviewer = reviewerOf("130600");
    const draft = await drafted(reviewer);
    expect((await gateFacts()).byUnit.get("130600")).toMatchObject({ isAccepted: false, isSubmitted: false });
    expect((await gateFacts()).subjects["reporting.citySummaries"]).toContainEqual({
      unitCode: "130600",
      unitName: "保定市",
      subject: { kind: "report", id: draft.id, number: "130600" },
      reason: "reporting.summaryDraft",
    });
    const sent = await submitted(reviewer);
    expect((await gateFacts()).byUnit.get("130600")).toMatchObject({ isAccepted: false, isSubmitted: true });
    const input = returnReportInput.parse({ ...at(sent), remark: "成效部分缺少数字" });
    const returned = await returnReport(world.ctxOf(world.people.provinceReviewer), input);
    expect(returned).toMatchObject({ status: "returned", lastRemark: "成效部分缺少数字" });
    expect((await gateFacts()).byUnit.get("130600")).toMatchObject({ isAccepted: false, isSubmitted: false });
  });

  it("takes its own six sections, all of them, and is never a nil report", async () => {
    const reviewer = reviewerOf("130900");
    const ctx = world.ctxOf(reviewer);
    const draft = await drafted(reviewer);
    const { results: _, ...others } = someSections({});
    const monthly = writeReportInput.parse({ ...at(draft), narrative: { ...others, handling: "逐笔追回。" } });
    expect(await refusalOf(writeReport(ctx, monthly))).toMatchObject({
      rule: "kernel.invalidInput",
      fields: [
        { path: "narrative.results", rule: "kernel.fieldRequired" },
        { path: "narrative.handling", rule: "kernel.fieldUnknown" },
      ],
    });
    const imprint = { documentNo: "", contact: "" };
    const imprinted = writeReportInput.parse({ ...at(draft), narrative: someSections({}), imprint });
    expect(await refusalOf(writeReport(ctx, imprinted))).toMatchObject({ fields: [{ path: "imprint" }] });
    const nil = declareNilInput.parse({ ...at(draft), statement: "未发现问题" });
    await expectRefused(declareNil(ctx, nil), "reporting.nilMonthly");
  });

  it("has no month, no imprint, no nil statement and no workbook: the database refuses them", async () => {
    const { id } = await drafted(reviewerOf("131000"));
    const imprint = { documentNo: "", contact: "" };
    const wrong = [
      { month: "2008-09" },
      { imprint },
      { isNil: true, nilStatement: "无" },
      { kind: "monthly" as const },
    ];
    for (const set of wrong) {
      const change = world.asProvince((tx) => tx.update(report).set(set).where(eq(report.id, id)));
      await expect(change).rejects.toMatchObject({ cause: { code: "23514" } });
    }
  });

  it("of another city is not found", async () => {
    const { id } = await drafted(reviewerOf("130700"));
    await expectRefused(getReport(world.ctxOf(reviewerOf("130800")), { id }), "kernel.notFound");
  });
});

describe("the province's summary", () => {
  it("waits for every city's, then goes to the inter-ministerial group and stays submitted", async () => {
    const { provinceLeader, provinceReviewer } = world.people;
    const input = writeReportInput.parse({ ...at(await drafted(provinceReviewer)), narrative: someSections({}) });
    const draft = await writeReport(world.ctxOf(provinceReviewer), input);
    const missing = await expectRefused(
      submitReport(world.ctxOf(provinceLeader), at(draft)),
      "reporting.citySummariesMissing",
    );
    const list = await listReports(world.ctxOf(provinceLeader), {
      campaignId: world.campaignId,
      kind: "summary",
      unitCode: null,
      month: null,
    });
    expect(list.items).toHaveLength(12);
    const open = list.items.filter(
      (one) => one.level === "city" && one.status !== "submitted" && one.status !== "received",
    );
    expect(missing.params["count"]).toBe(open.length);
    for (const { unitCode } of open) await submitted(reviewerOf(unitCode));
    const early = recordSendingInput.parse({ ...at(draft), sentNo: "1号", sentOn: "2009-09-10" });
    await expectRefused(recordSending(world.ctxOf(provinceLeader), early), "reporting.sendSubmitted");
    expect((await gateFacts()).byUnit.get("130000")).toMatchObject({ isSubmitted: false, isSent: false });
    const sent = await submitReport(world.ctxOf(provinceLeader), at(draft));
    expect(sent).toMatchObject({ status: "submitted", level: "province" });
    await expectRefused(
      receiveReport(world.ctxOf(provinceReviewer), receiveReportInput.parse(at(sent))),
      "reporting.provinceSummaryStands",
    );
    const leader = world.ctxOf(provinceLeader);
    const record = (sentOn: string, one: { id: typeof sent.id; version: number }) =>
      recordSending(leader, recordSendingInput.parse({ ...at(one), sentNo: "冀社险治〔2009〕15号", sentOn }));
    const today = (await getReport(leader, { id: sent.id })).submittedAt?.slice(0, 10) ?? "";
    await expectRefused(record("2009-01-01", sent), "reporting.sendingDay");
    await expectRefused(record(today, await drafted(reviewerOf("130600"))), "reporting.sendProvince");
    expect((await gateFacts()).byUnit.get("130000")).toMatchObject({ isSubmitted: true, isSent: false });
    const left = await record(today, sent);
    expect(left).toMatchObject({ status: "submitted", sentNo: "冀社险治〔2009〕15号", sentOn: today });
    expect((await gateFacts()).byUnit.get("130000")).toMatchObject({ isSent: true });
    await expectRefused(record(today, left), "reporting.alreadySent");
    const { figures } = await getReport(world.ctxOf(provinceLeader), { id: sent.id });
    expect(figures.byUnit.map((line) => [line.key, line.name, line.found])).toEqual([
      ["130100", "石家庄市", "1234500"],
    ]);
    // 172 counties and 11 cities.
    expect(figures.selfCheck.total).toBe(183);
  });
});
