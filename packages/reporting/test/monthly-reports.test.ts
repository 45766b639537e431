import { at, auditOf, command } from "@anji/figures/testing";
import { expectRefused, refusalOf } from "@anji/kernel/testing";
import {
  receiveReportInput,
  attachRenderingInput,
  declareNilInput,
  draftReportInput,
  returnReportInput,
  writeReportInput,
} from "@anji/reporting";
import { getReport, reportContent } from "@anji/reporting/queries";
import { reportEvent } from "@anji/reporting/tables";
import { aNarrative } from "@anji/reporting/testing";
import {
  receiveReport,
  attachRendering,
  declareNil,
  draftReport,
  refreezeReport,
  renderReport,
  returnReport,
  submitReport,
  writeReport,
} from "@anji/reporting/verbs";
import { asc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { drafted, leaderBeside, type ReportWorld, signed, submitted, worldWithFinding, written } from "./world.ts";

let world: ReportWorld;
beforeAll(async () => {
  world = await worldWithFinding();
});

describe("drafting a monthly report", () => {
  it("a city drafts its report with the figures of the ledger at the month's end", async () => {
    const { cityClerk } = world.people;
    const draft = await drafted(world, cityClerk, "2008-09");
    expect(draft).toMatchObject({
      unitCode: "130100",
      month: "2008-09",
      status: "draft",
      version: 1,
      dueOn: "2008-10-05",
    });
    const report = await getReport(world.ctxOf(cityClerk), { id: draft.id });
    expect(report.cutOffAt).toBe("2008-09-30T15:59:59.999Z");
    expect(report.figures.total).toMatchObject({ count: 1, found: "268347200", outstanding: "268347200" });
    expect(await auditOf(world, draft.id)).toEqual(["reporting.draft"]);
  });

  it("a second draft of the month answers the first one", async () => {
    const first = await drafted(world, world.people.cityClerk, "2008-09");
    const second = await drafted(world, world.people.cityReviewer, "2008-09");
    expect(second).toEqual(first);
  });

  it("two who draft at once make one report", async () => {
    const { cityClerk, cityReviewer } = world.people;
    const both = await Promise.all([drafted(world, cityClerk, "2008-08"), drafted(world, cityReviewer, "2008-08")]);
    expect(both[0]?.id).toBe(both[1]?.id);
  });

  it("is the city's own: not the province's, a county's or another city's", async () => {
    const of = (actor: ReportWorld["people"]["cityClerk"], unitCode: string) => {
      const input = draftReportInput.parse({
        ...command(),
        kind: "monthly",
        campaignId: world.campaignId,
        unitCode,
        month: "2008-09",
      });
      return refusalOf(draftReport(world.ctxOf(actor), input));
    };
    expect((await of(world.people.provinceReviewer, "130100")).rule).toBe("kernel.levelMayNot");
    expect((await of(world.people.countyClerk, "130123")).rule).toBe("kernel.levelMayNot");
    expect((await of(world.people.farClerk, "130100")).rule).toBe("kernel.notFound");
    expect((await of(world.people.cityClerk, "130123")).rule).toBe("reporting.cityReports");
  });

  it("is refused for a month that has not begun or lies outside the campaign", async () => {
    await expectRefused(drafted(world, world.people.cityClerk, "2009-04"), "reporting.monthNotBegun");
    await expectRefused(drafted(world, world.people.cityClerk, "2008-05"), "reporting.monthOutsideCampaign");
  });

  it("takes no figure from anyone: an input with one is refused at the field", () => {
    const input = { ...command(), id: crypto.randomUUID(), version: 1, narrative: aNarrative({}) };
    for (const typed of [
      { ...input, figures: {} },
      { ...input, narrative: { ...input.narrative, found: "1" } },
    ]) {
      expect(writeReportInput.safeParse(typed).error?.issues[0]?.code).toBe("unrecognized_keys");
    }
  });
});

describe("writing and submitting", () => {
  it("cannot be submitted while a text box is empty", async () => {
    const draft = await drafted(world, world.people.cityClerk, "2008-10");
    const refusal = await refusalOf(signed(world, world.people.cityClerk, draft));
    expect(refusal).toMatchObject({ rule: "reporting.textMissing", params: { count: 5 } });
  });

  it("a stale version is answered with the current report", async () => {
    const draft = await written(world, world.people.cityClerk, "2008-10");
    const input = writeReportInput.parse({
      ...at({ ...draft, version: draft.version - 1 }),
      narrative: aNarrative({}),
    });
    const refusal = await refusalOf(writeReport(world.ctxOf(world.people.cityReviewer), input));
    expect(refusal).toMatchObject({ code: "stale", current: { id: draft.id, version: draft.version } });
  });

  it("a report with findings cannot be declared nil", async () => {
    const draft = await drafted(world, world.people.cityClerk, "2008-10");
    const input = declareNilInput.parse({ ...at(draft), statement: "未发现问题" });
    const refusal = await refusalOf(declareNil(world.ctxOf(world.people.cityClerk), input));
    expect(refusal).toMatchObject({ rule: "reporting.nilWithFindings", params: { count: 1 } });
  });

  it("a report without findings waits for an explicit nil statement", async () => {
    const { farClerk } = world.people;
    const report = await written(world, farClerk, "2008-09");
    await expectRefused(signed(world, farClerk, report), "reporting.nilNotDeclared");
    const input = declareNilInput.parse({ ...at(report), statement: "经自查，本月未发现问题。" });
    const nil = await declareNil(world.ctxOf(farClerk), input);
    const sent = await signed(world, farClerk, nil);
    expect(sent).toMatchObject({ status: "submitted", isNil: true });
  });

  it("a submitted report is closed to text and figures, and its files are queued", async () => {
    const cityClerk = clerkOf("130600");
    const report = await submittedNil(cityClerk, "2008-11");
    const ctx = world.ctxOf(cityClerk);
    const text = writeReportInput.parse({ ...at(report), narrative: aNarrative({}) });
    await expectRefused(writeReport(ctx, text), "reporting.writeUnsubmitted");
    await expectRefused(refreezeReport(ctx, at(report)), "reporting.refreezeUnsubmitted");
    const detail = await getReport(ctx, { id: report.id });
    expect(detail.rendering).toMatchObject({ jobId: report.jobId, status: "queued" });
    expect(await auditOf(world, report.id)).toEqual(["reporting.draft", "reporting.declareNil", "reporting.submit"]);
  });
});

describe("the province's decision", () => {
  it("receives a submitted report, and the city cannot", async () => {
    const report = await submitted(world, world.people.cityClerk, "2008-12");
    const input = receiveReportInput.parse({ ...at(report), documentNo: "冀社险治〔2009〕2号" });
    await expectRefused(receiveReport(world.ctxOf(world.people.cityReviewer), input), "kernel.levelMayNot");
    const received = await receiveReport(world.ctxOf(world.people.provinceReviewer), input);
    expect(received.status).toBe("received");
    const again = receiveReportInput.parse(at(received));
    await expectRefused(receiveReport(world.ctxOf(world.people.provinceLeader), again), "reporting.decideSubmitted");
  });

  it("the person who submitted it cannot receive it, even after moving to the province", async () => {
    const leader = leaderBeside(world, world.people.cityClerk);
    const draft = await written(world, world.people.cityClerk, "2009-01");
    const report = await submitReport(world.ctxOf(leader), at(draft));
    const moved = { ...world.people.provinceReviewer, personId: leader.personId };
    await expectRefused(
      receiveReport(world.ctxOf(moved), receiveReportInput.parse(at(report))),
      "reporting.receiveOther",
    );
  });

  it("returns a report with its reason; the city freezes its figures again and submits", async () => {
    const { cityClerk, provinceReviewer } = world.people;
    const report = await submitted(world, cityClerk, "2009-02");
    expect(returnReportInput.safeParse({ ...at(report), remark: " " }).success).toBe(false);
    const input = returnReportInput.parse({ ...at(report), remark: "处理情况写得过于简单" });
    const returned = await returnReport(world.ctxOf(provinceReviewer), input);
    expect(returned).toMatchObject({ status: "returned", lastRemark: "处理情况写得过于简单", jobId: null });
    const refrozen = await refreezeReport(world.ctxOf(cityClerk), at(returned));
    const again = await signed(world, cityClerk, refrozen);
    expect(again.status).toBe("submitted");
    const events = await world.asProvince((tx) =>
      tx.select().from(reportEvent).where(eq(reportEvent.subjectId, report.id)).orderBy(asc(reportEvent.seq)),
    );
    expect(events.map((event) => [event.seq, event.event, event.to])).toEqual([
      [1, "draft", "draft"],
      [2, "write", "draft"],
      [3, "submit", "submitted"],
      [4, "return", "returned"],
      [5, "refreeze", "returned"],
      [6, "submit", "submitted"],
    ]);
  });

  it("tells each reader what he may do and why not the rest", async () => {
    const report = await submittedNil(clerkOf("130700"), "2009-01");
    const province = await getReport(world.ctxOf(world.people.provinceReviewer), { id: report.id });
    expect(province.acts.filter((act) => act.whyNot === null).map((act) => [act.verb, act.isPrimary])).toEqual([
      ["receive", true],
      ["return", false],
      ["render", false],
    ]);
    const city = await getReport(world.ctxOf(clerkOf("130700")), { id: report.id });
    expect(city.acts.find((act) => act.verb === "write")?.whyNot?.message).toBe(
      "报告已经报送，不能修改；如需修改，请省办先退回。",
    );
    await expectRefused(getReport(world.ctxOf(world.people.farClerk), { id: report.id }), "kernel.notFound");
    await expectRefused(getReport(world.ctxOf(world.people.countyClerk), { id: report.id }), "kernel.notFound");
  });
});

describe("the files of a report", () => {
  it("are attached once for a job, however often its worker says so, and the city can open them", async () => {
    const { worker } = world.people;
    const cityClerk = clerkOf("130300");
    const report = await submittedNil(cityClerk, "2008-12");
    const sent = await renderReport(world.ctxOf(cityClerk), at(report));
    const attached = await attachRendering(world.ctxOf(worker), await made(sent.jobId, report.id));
    const again = await attachRendering(world.ctxOf(worker), await made(sent.jobId, report.id));
    expect(again.version).toBe(attached.version);
    const detail = await getReport(world.ctxOf(cityClerk), { id: report.id });
    expect([detail.files.docx?.name, detail.files.xlsx?.name]).toEqual(["月报.docx", "月报.xlsx"]);
  });

  it("of an earlier job are refused, and so are files of a report in the city's hands", async () => {
    const { worker, provinceReviewer } = world.people;
    const report = await submittedNil(clerkOf("130400"), "2008-12");
    const late = await made(report.jobId, report.id);
    const rendered = await renderReport(world.ctxOf(provinceReviewer), at(report));
    await expectRefused(attachRendering(world.ctxOf(worker), late), "reporting.renderingSuperseded");
    await returnReport(world.ctxOf(provinceReviewer), returnReportInput.parse({ ...at(rendered), remark: "请补充" }));
    const input = await made(rendered.jobId, report.id);
    await expectRefused(attachRendering(world.ctxOf(worker), input), "reporting.renderSubmitted");
  });

  it("cannot be attached by anyone but a worker, nor made of a draft", async () => {
    const clerk = clerkOf("130500");
    const draft = await drafted(world, clerk, "2008-12");
    await expectRefused(renderReport(world.ctxOf(clerk), at(draft)), "reporting.renderSubmitted");
    const input = await made(crypto.randomUUID(), draft.id);
    await expectRefused(attachRendering(world.ctxOf(clerk), input), "kernel.roleMayNot");
  });

  it("are made of the frozen figures and the signed text", async () => {
    const report = await written(world, world.people.cityClerk, "2008-09");
    const { content, rowCount } = await reportContent(world.ctxOf(world.people.worker), { id: report.id });
    expect(rowCount).toBe(1);
    expect(content).toMatchObject({
      campaignName: "社会保险基金专项治理",
      unitName: "石家庄市",
      issuingBody: "石家庄市社保基金专项治理工作领导小组",
      addressee: "省社保基金专项治理工作领导小组",
      month: "2008-09",
      cutOffOn: "2008-09-30",
      phaseName: "自查自纠",
      completeness: { reported: 1, of: 24 },
      isNil: false,
      profile: "1999",
      signedOn: "2009-03-10",
    });
    expect(content.figures.total.found).toBe("268347200");
  });
});

function clerkOf(unitCode: string) {
  return world.actorOf({ unitCode, roles: ["clerk"] });
}

async function submittedNil(clerk: ReturnType<typeof clerkOf>, month: string) {
  const draft = await drafted(world, clerk, month);
  const nil = await declareNil(world.ctxOf(clerk), declareNilInput.parse({ ...at(draft), statement: "未发现问题" }));
  return signed(world, clerk, nil);
}

async function made(jobId: string | null, reportId: string) {
  const { worker } = world.people;
  const docxFileId = await world.upload(worker, {
    name: "月报.docx",
    bytes: new TextEncoder().encode(`docx ${jobId}`),
  });
  const xlsxFileId = await world.upload(worker, {
    name: "月报.xlsx",
    bytes: new TextEncoder().encode(`xlsx ${jobId}`),
  });
  return attachRenderingInput.parse({ ...command(), id: reportId, jobId, docxFileId, xlsxFileId });
}
