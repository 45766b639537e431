import { read } from "@anji/database";
import { refusalOf } from "@anji/database/testing";
import { figureRows } from "@anji/figures/queries";
import { at, auditOf, command, registered } from "@anji/figures/testing";
import type { Actor } from "@anji/kernel";
import {
  acceptSummaryInput,
  attachSummaryRenderingInput,
  draftSummaryInput,
  returnSummaryInput,
  writeSummaryInput,
} from "@anji/reporting";
import {
  getSummary,
  listSummaries,
  reportingGateSource,
  type SummaryAnswer,
  summaryContent,
} from "@anji/reporting/queries";
import { someSections } from "@anji/reporting/testing";
import {
  acceptSummary,
  attachSummaryRendering,
  draftSummary,
  redrawSummary,
  renderSummary,
  returnSummary,
  submitSummary,
  writeSummary,
} from "@anji/reporting/verbs";
import { beforeAll, describe, expect, it } from "vitest";
import { type ReportWorld, reportWorld } from "./world.ts";

let world: ReportWorld;
beforeAll(async () => {
  world = await reportWorld();
  await registered(world, { foundFen: "1234500" });
  world.moveTo("2009-09-10");
  await world.setPhase("summary");
});

async function drafted(by: Actor): Promise<SummaryAnswer> {
  return draftSummary(
    world.ctxOf(by),
    draftSummaryInput.parse({ ...command(), campaignId: world.campaignId, unitCode: by.unitCode }),
  );
}

async function submitted(by: Actor): Promise<SummaryAnswer> {
  const input = writeSummaryInput.parse({ ...at(await drafted(by)), sections: someSections({}) });
  return submitSummary(world.ctxOf(by), at(await writeSummary(world.ctxOf(by), input)));
}

function reviewerOf(unitCode: string): Actor {
  return world.actorOf({ unitCode, roles: ["reviewer"] });
}

async function gateFacts() {
  return read(world.ctxOf(world.people.provinceLeader), (reader) =>
    reportingGateSource(reader, { campaignId: world.campaignId }),
  );
}

describe("a city's summary", () => {
  it("is drafted with frozen figures, submitted and accepted, one audit row for each act", async () => {
    const { cityReviewer, provinceLeader } = world.people;
    const report = await submitted(cityReviewer);
    expect(report).toMatchObject({ status: "submitted", level: "city", dueOn: "2009-09-30" });
    const detail = await getSummary(world.ctxOf(provinceLeader), { id: report.id });
    expect(detail.figures.total).toMatchObject({ count: 1, found: "1234500" });
    const rows = await figureRows(world.ctxOf(provinceLeader), {
      cutOffId: detail.cutOffId,
      figure: { by: "unit", key: "130123", measure: "found" },
      cursor: null,
      limit: 10,
    });
    expect(rows.sum).toEqual({ count: 1, amountFen: "1234500" });
    const accepted = await acceptSummary(world.ctxOf(provinceLeader), acceptSummaryInput.parse(at(report)));
    expect(accepted.status).toBe("accepted");
    expect(await auditOf(world, report.id)).toEqual([
      "reporting.draftSummary",
      "reporting.writeSummary",
      "reporting.submitSummary",
      "reporting.acceptSummary",
    ]);
  });

  it("has its document made by a worker once it is submitted, attached once, and again when it is asked for", async () => {
    const { provinceLeader, worker } = world.people;
    const reviewer = reviewerOf("130200");
    const report = await submitted(reviewer);
    const asWorker = world.ctxOf(worker);
    const { content, jobId } = await summaryContent(asWorker, { id: report.id });
    expect(content).toMatchObject({
      unitName: "唐山市",
      addressee: "省社保基金专项治理工作领导小组",
      narrative: someSections({}),
      maker: reviewer.name,
    });
    const attach = async (job: string | null, by = asWorker) =>
      attachSummaryRendering(
        by,
        attachSummaryRenderingInput.parse({
          ...command(),
          id: report.id,
          jobId: job,
          docxFileId: await world.upload(worker, {
            name: "总结报告.docx",
            bytes: new TextEncoder().encode(`docx ${job}`),
          }),
        }),
      );
    const attached = await attach(jobId);
    expect((await attach(jobId)).version).toBe(attached.version);
    const detail = await getSummary(world.ctxOf(provinceLeader), { id: report.id });
    expect([detail.files.docx?.name, detail.rendering?.jobId]).toEqual(["总结报告.docx", jobId]);
    expect(detail.acts.map((act) => act.verb)).not.toContain("attachRendering");
    const again = await renderSummary(world.ctxOf(reviewer), at(attached));
    expect((await getSummary(world.ctxOf(reviewer), { id: report.id })).files.docx).toBeNull();
    expect((await refusalOf(attach(jobId))).rule).toBe("reporting.renderingSuperseded");
    expect((await refusalOf(attach(jobId, world.ctxOf(reviewer)))).rule).toBe("kernel.roleMayNot");
    expect(again.status).toBe("submitted");
    const draft = await drafted(reviewerOf("131100"));
    expect((await refusalOf(renderSummary(world.ctxOf(reviewerOf("131100")), at(draft)))).rule).toBe(
      "reporting.renderSubmitted",
    );
  });

  it("belongs to the summary phase", async () => {
    await world.setPhase("acceptance");
    expect((await refusalOf(drafted(reviewerOf("130300")))).rule).toBe("reporting.summaryPhase");
    await world.setPhase("summary");
  });

  it("is not submitted with an empty section, nor by a county, nor by a clerk", async () => {
    const reviewer = reviewerOf("130400");
    const draft = await drafted(reviewer);
    expect(await refusalOf(submitSummary(world.ctxOf(reviewer), at(draft)))).toMatchObject({
      rule: "reporting.textMissing",
      params: { count: 6 },
    });
    expect((await refusalOf(drafted(world.people.countyReviewer))).rule).toBe("kernel.levelMayNot");
    const clerk = world.actorOf({ unitCode: "130400", roles: ["clerk"] });
    expect((await refusalOf(submitSummary(world.ctxOf(clerk), at(draft)))).rule).toBe("kernel.roleMayNot");
  });

  it("a stale version is answered with the current summary", async () => {
    const reviewer = reviewerOf("130500");
    const draft = await drafted(reviewer);
    const redrawn = await redrawSummary(world.ctxOf(reviewer), at(draft));
    const refusal = await refusalOf(redrawSummary(world.ctxOf(reviewer), at(draft)));
    expect(refusal).toMatchObject({ code: "stale", current: { id: draft.id, version: redrawn.version } });
  });

  it("counts for the gate once it is submitted, and names itself while it is half done", async () => {
    const reviewer = reviewerOf("130600");
    const draft = await drafted(reviewer);
    expect((await gateFacts()).byUnit.get("130600")).toBeUndefined();
    expect((await gateFacts()).subjects["campaign.citySummaries"]).toContainEqual({
      unitCode: "130600",
      unitName: "保定市",
      subject: { kind: "summaryReport", id: draft.id, number: "130600" },
      reason: "reporting.summaryDraft",
    });
    const report = await submitted(reviewer);
    expect((await gateFacts()).byUnit.get("130600")).toEqual({ hasSummary: true });
    const input = returnSummaryInput.parse({ ...at(report), remark: "成效部分缺少数字" });
    const returned = await returnSummary(world.ctxOf(world.people.provinceReviewer), input);
    expect(returned).toMatchObject({ status: "returned", lastRemark: "成效部分缺少数字" });
    expect((await gateFacts()).byUnit.get("130600")).toBeUndefined();
  });

  it("of another city is not found", async () => {
    const { id } = await drafted(reviewerOf("130700"));
    expect((await refusalOf(getSummary(world.ctxOf(reviewerOf("130800")), { id }))).rule).toBe("kernel.notFound");
  });
});

describe("the province's summary", () => {
  it("waits for every city's, then goes to the inter-ministerial group and stays submitted", async () => {
    const { provinceLeader, provinceReviewer } = world.people;
    const input = writeSummaryInput.parse({ ...at(await drafted(provinceReviewer)), sections: someSections({}) });
    const draft = await writeSummary(world.ctxOf(provinceReviewer), input);
    const missing = await refusalOf(submitSummary(world.ctxOf(provinceLeader), at(draft)));
    expect(missing.rule).toBe("reporting.citySummariesMissing");
    const list = await listSummaries(world.ctxOf(provinceLeader), { campaignId: world.campaignId, unitCode: null });
    expect(list.items).toHaveLength(12);
    const open = list.items.filter(
      (one) => one.level === "city" && one.status !== "submitted" && one.status !== "accepted",
    );
    expect(missing.params["count"]).toBe(open.length);
    for (const { unitCode } of open) await submitted(reviewerOf(unitCode));
    const report = await submitSummary(world.ctxOf(provinceLeader), at(draft));
    expect(report).toMatchObject({ status: "submitted", level: "province" });
    const decision = await refusalOf(
      acceptSummary(world.ctxOf(provinceReviewer), acceptSummaryInput.parse(at(report))),
    );
    expect(decision.rule).toBe("reporting.provinceSummaryStands");
    const { figures } = await getSummary(world.ctxOf(provinceLeader), { id: report.id });
    expect(figures.byUnit.map((line) => [line.key, line.name, line.found])).toEqual([
      ["130100", "石家庄市", "1234500"],
    ]);
    expect(figures.selfCheck.total).toBe(172);
  });
});
