import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { figureEntries } from "@anji/figures";
import { fen, proseText } from "@anji/kernel";
import { expect } from "vitest";
import { eventually } from "../../support/eventually.ts";
import { command, type Person } from "../../support/product.ts";
import { startWorker, type WorkerProcess } from "../../support/worker-process.ts";
import { plain, sumsOf } from "./ledger.ts";
import { docxText, fenOfWan, sheetRows } from "./open-files.ts";
import { inBatches, PROVINCE, type Stage, the } from "./stage.ts";

const NARRATIVE = {
  situation: "全市自查自纠工作进展顺利。",
  practice: "建立台账，逐项销号。",
  problems: "部分资金收回有困难。",
  handling: "已约谈有关单位负责人。",
  suggestions: "建议加强部门协同。",
};
const AMOUNTS = {
  found: "查出金额",
  recovered: "已追回",
  repaid: "政府偿还",
  rebooked: "调账纠正",
  writtenOff: "核销",
  outstanding: "尚未整改",
  reduced: "核减",
};
type Report = Awaited<ReturnType<Person["rpc"]["reporting"]["reports"]["get"]["query"]>>;

/** 各市领导小组每月要上报一次工作情况: frozen, written, submitted, returned once, received. Answers the report. */
export async function reportMonth(stage: Stage, options: { cityCode: string; month: string }): Promise<Report> {
  const { cityCode, month } = options;
  const clerk = (await stage.at("clerk", cityCode)).rpc.reporting.reports;
  const signer = (await stage.at("reviewer", cityCode)).rpc.reporting.reports;
  const province = (await stage.at("reviewer", PROVINCE)).rpc.reporting.reports;
  const place = { campaignId: stage.campaignId, kind: "monthly" as const, unitCode: cityCode, month };
  const { id } = await clerk.draft.mutate({ ...command(), ...place });
  expect((await clerk.draft.mutate({ ...command(), ...place })).id).toBe(id);
  const drafted = await clerk.get.query({ id });
  expect(drafted.cutOffAt).toBe(new Date(`${month}-30T23:59:59.999+08:00`).toISOString());
  await expectLedgerFigures(stage, drafted);

  const written = await clerk.write.mutate({ ...command(), id, version: drafted.version, narrative: NARRATIVE });
  const sent = await signer.submit.mutate({ ...command(), id, version: written.version });
  const remark = "请补充下一步工作安排。";
  const returned = await province.return.mutate({ ...command(), id, version: sent.version, remark });
  expect(await clerk.get.query({ id })).toMatchObject({ status: "returned", lastRemark: remark });
  const suggestions = `${NARRATIVE.suggestions}下一步继续追缴。`;
  const rewritten = await clerk.write.mutate({
    ...command(),
    id,
    version: returned.version,
    narrative: { ...NARRATIVE, suggestions },
  });
  const resent = await signer.submit.mutate({ ...command(), id, version: rewritten.version });
  expect(await province.receive.mutate({ ...command(), id, version: resent.version })).toMatchObject({
    status: "received",
  });
  return clerk.get.query({ id });
}

/** No figure of the report is typed: all are the ledger's. */
async function expectLedgerFigures(stage: Stage, report: Report): Promise<void> {
  const { figures, unitCode } = report;
  for (const [groupBy, lines] of [
    ["fundLine", figures.byFund],
    ["category", figures.byCategory],
    ["kind", figures.byKind],
    ["unit", figures.byUnit],
  ] as const) {
    const { groups, total } = await sumsOf(stage, { unitCode, groupBy });
    expect(numbers(figures.total)).toEqual(plain(total));
    expect(Object.fromEntries(lines.map((line) => [line.key, numbers(line)]))).toEqual(
      Object.fromEntries(groups.map((group) => [group.key, plain(group)])),
    );
  }
  expect(figures.thisMonth.closedCount).toBe(1);
  expect(figures.thisMonth.found).toEqual({ count: figures.total.count, amount: figures.total.found });
}

function numbers(tally: Report["figures"]["total"]) {
  return plain({
    count: tally.count,
    statedFen: tally.stated,
    reducedFen: tally.reduced,
    foundFen: tally.found,
    recoveredFen: tally.recovered,
    repaidFen: tally.repaid,
    rebookedFen: tally.rebooked,
    writtenOffFen: tally.writtenOff,
    outstandingFen: tally.outstanding,
  });
}

/** Every figure opens rows that add up to it. */
export async function expectRowsBehindFigures(stage: Stage, report: Report): Promise<void> {
  const clerk = await stage.at("clerk", report.unitCode);
  const entries = figureEntries(report.figures);
  expect(entries.length).toBeGreaterThan(50);
  await inBatches(entries, async ({ figure, value }) => {
    const { items, sum, nextCursor } = await clerk.rpc.figures.rows.query({
      cutOffId: report.cutOffId,
      figure,
      cursor: null,
      limit: 200,
    });
    expect(nextCursor).toBeNull();
    const isCount = sum.amountFen === null;
    const added = isCount
      ? new Set(items.map((row) => row.findingId)).size
      : items.reduce((all, row) => all + BigInt(row.amountFen ?? 0), 0n);
    expect({ figure, added: String(added), sum: String(isCount ? sum.count : sum.amountFen) }).toEqual({
      figure,
      added: value,
      sum: value,
    });
  });
}

/** A worker in its own process makes the two files. Both open and say the same as the report. */
export async function renderAndOpen(stage: Stage, id: string, cityCode: string): Promise<void> {
  const clerk = await stage.at("clerk", cityCode);
  const worker = await startLocalWorker(stage);
  const report = await eventually("the files of the report", {
    ask: () => clerk.rpc.reporting.reports.get.query({ id }),
    until: ({ files }) => files.docx !== null && files.xlsx !== null,
  });
  await eventually("the job's end", {
    ask: () => clerk.rpc.jobs.get.query({ jobId: the(report.rendering).jobId }),
    until: ({ status }) => status === "done",
  });
  expect(await worker.stop()).toBe(0);
  const { docx, xlsx } = report.files;
  expect([the(docx).name.split(".").at(-1), the(xlsx).name.split(".").at(-1)]).toEqual(["docx", "xlsx"]);
  expectDocument(docxText(await clerk.download(the(docx).fileId)), report);
  expectWorkbook(await clerk.download(the(xlsx).fileId), report);
}

/** A worker with the key the server made for its own machine. */
export async function startLocalWorker({ product }: Stage): Promise<WorkerProcess> {
  const key = await readFile(join(product.dataDirectory, "worker-key"), "utf8");
  return startWorker({ url: product.url, key: key.trim(), name: "工作机一" });
}

function expectDocument(text: string, report: Report): void {
  const { total } = report.figures;
  expect(text).toContain(report.unitName);
  expect(text).toContain(`累计发现问题${total.count}个`);
  for (const column of ["found", "recovered", "repaid", "outstanding"] as const)
    expect(text).toContain(proseText(fen(total[column])));
  for (const box of Object.values(report.narrative)) expect(text).toContain(box);
}

/** The detail sheet's own rows add up to the report's total, column by column. */
function expectWorkbook(content: Uint8Array, report: Report): void {
  const [head, ...rows] = sheetRows(content, "问题明细");
  const columns = new Map([...the(head)].map(([column, title]) => [title, column]));
  const numbered = rows.filter((row) => /^\d+$/.test(row.get("A") ?? ""));
  expect(numbered.length).toBe(report.figures.total.count);
  for (const [amount, title] of Object.entries(AMOUNTS)) {
    const column = the([...columns].find(([name]) => name.startsWith(title)))[1];
    const sum = numbered.reduce((all, row) => all + fenOfWan(row.get(column) ?? ""), 0n);
    expect({ title, sum: sum.toString() }).toEqual({
      title,
      sum: Object.entries(report.figures.total).find(([name]) => name === amount)?.[1],
    });
  }
}
