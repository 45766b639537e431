import { expect } from "vitest";
import { eventually } from "../../support/eventually.ts";
import { command } from "../../support/product.ts";
import { startLocalWorker } from "./monthly-report.ts";
import { docxText } from "./open-files.ts";
import { PROVINCE, type Stage, the, type Unit } from "./stage.ts";

const SECTIONS = {
  situation: "专项治理期间全市共自查单位若干。",
  practice: "加强领导，精心组织，逐项排查。",
  problems: "部分单位征缴不及时。",
  results: "资金基本追回，制度得到完善。",
  appraisal: "基金监管总体规范，基础工作有待加强。",
  suggestions: "加强信息化建设，完善内控制度。",
};

/** 各市领导小组对专项治理工作要进行认真总结，报送省领导小组 */
export async function submitSummaries(stage: Stage, cities: readonly Unit[]): Promise<string[]> {
  const ids: string[] = [];
  for (const city of cities) {
    const clerk = await stage.at("clerk", city.code);
    const reviewer = await stage.at("reviewer", city.code);
    const { id, version } = await clerk.rpc.reporting.reports.draft.mutate({
      ...command(),
      campaignId: stage.campaignId,
      kind: "summary",
      unitCode: city.code,
      month: null,
    });
    const written = await clerk.rpc.reporting.reports.write.mutate({ ...command(), id, version, narrative: SECTIONS });
    await reviewer.rpc.reporting.reports.submit.mutate({ ...command(), id, version: written.version });
    ids.push(id);
  }
  return ids;
}

export async function receiveSummaries(stage: Stage, ids: readonly string[]): Promise<void> {
  const reviewer = await stage.at("reviewer", PROVINCE);
  for (const id of ids) {
    const { version } = await reviewer.rpc.reporting.reports.get.query({ id });
    await reviewer.rpc.reporting.reports.receive.mutate({ ...command(), id, version });
  }
}

/** A worker makes the document of each summary. One is opened and says the same as the summary. */
export async function renderAndOpenSummary(stage: Stage, id: string): Promise<void> {
  const reviewer = await stage.at("reviewer", PROVINCE);
  const worker = await startLocalWorker(stage);
  const { files, figures, unitName } = await eventually("the document of the summary", {
    ask: () => reviewer.rpc.reporting.reports.get.query({ id }),
    until: (one) => one.files.docx !== null,
  });
  expect(await worker.stop()).toBe(0);
  const text = docxText(await reviewer.download(the(files.docx).fileId));
  for (const said of [unitName, `累计发现问题${figures.total.count}个`, ...Object.values(SECTIONS)])
    expect(text).toContain(said);
}

/** 向国家部际领导小组提交专项治理工作报告: the province's report leaves under a number. */
export async function sendProvinceReport(stage: Stage, id: string): Promise<void> {
  const clerk = await stage.at("clerk", PROVINCE);
  const { version } = await clerk.rpc.reporting.reports.get.query({ id });
  const sent = { ...command(), id, version, sentNo: "冀社险治〔2009〕10号", sentOn: "2009-09-21" };
  expect((await clerk.rpc.reporting.reports.recordSending.mutate(sent)).sentNo).toBe(sent.sentNo);
}
