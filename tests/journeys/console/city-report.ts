import { readFile } from "node:fs/promises";
import { fen, wanText } from "@anji/kernel";
import { expect } from "vitest";
import { expectAccessible, expectNoSidewaysScroll, type Seated } from "../../support/console.ts";
import { sumsOf } from "../acts/ledger.ts";
import { docxText, sheetRows } from "../acts/open-files.ts";
import { startLocalWorker } from "../acts/monthly-report.ts";
import type { Stage } from "../acts/stage.ts";
import { command } from "../../support/product.ts";

const BOXES = ["一、基本情况", "二、主要做法", "三、存在问题", "四、处理情况", "五、意见建议"];

/** 月报: the figures of the ledger, and behind each the rows that add up to it. */
export async function draftReport(
  { page }: Seated,
  options: { stage: Stage; cityCode: string; cityName: string },
): Promise<void> {
  const { stage, cityCode, cityName } = options;
  await page
    .getByRole("link", { name: /报告与公文/ })
    .filter({ visible: true })
    .first()
    .click();
  await page.getByRole("heading", { level: 1, name: "报告与公文" }).waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: new RegExp(`^起草${cityName}2008年9月月报`) }).click();
  await page.getByRole("heading", { level: 1, name: new RegExp(`${cityName}2008年9月工作情况月报`) }).waitFor();

  const { total } = await sumsOf(stage, { unitCode: cityCode, groupBy: null });
  const found = wanText(fen(total.foundFen));
  await page.getByRole("button", { name: `问题个数：${total.count}，查看明细`, exact: true }).waitFor();
  await page
    .getByRole("button", { name: `尚未整改：${wanText(fen(total.outstandingFen))}，查看明细`, exact: true })
    .waitFor();
  await page.getByRole("button", { name: `查出金额：${found}，查看明细`, exact: true }).click();
  const behind = page.getByRole("dialog", { name: `查出金额：${found}` });
  const rows = behind.getByRole("table", { name: "该数字包含的问题" });
  await rows.waitFor();
  const amounts = await rows.locator("tbody tr td:last-child").allInnerTexts();
  expect(amounts.reduce((all, text) => all + cents(text), 0n)).toBe(cents(found));
  expect(await rows.locator("tfoot td").last().innerText()).toBe(found);
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await behind.waitFor({ state: "hidden" });
  await expectNoSidewaysScroll(page);
}

/**
 * The text is written, left unfinished and found saved; another person submits it. The page follows the worker to the
 * two files.
 */
export async function submitAndDownload({ page }: Seated, stage: Stage, cityCode: string): Promise<void> {
  for (const box of BOXES) await page.getByLabel(box).fill(`${box.slice(2)}：按省领导小组部署推进。`);
  await page.getByRole("link", { name: "月报列表" }).click();
  await page.getByRole("heading", { level: 1, name: "报告与公文" }).waitFor();
  await page.goBack();
  await expect.poll(() => page.getByLabel("五、意见建议").inputValue()).toBe("意见建议：按省领导小组部署推进。");
  await page.getByText("填写完成后，由本单位复核岗或领导岗报送。").waitFor();
  const { reports } = (await stage.at("reviewer", cityCode)).rpc.reporting;
  const id = page.url().split("/").at(-1) ?? "";
  const { version } = await reports.get.query({ id });
  await reports.submit.mutate({ ...command(), id, version });
  await page.getByRole("progressbar", { name: "已排队，等待报告工作机" }).waitFor();
  await expectAccessible(page);
  const worker = await startLocalWorker(stage);
  const document = page.getByRole("link", { name: "下载公文（docx）" });
  await document.waitFor();
  await page.getByText("公文已生成。").waitFor();
  expect(await worker.stop()).toBe(0);

  const text = docxText(await downloaded({ page }, "下载公文（docx）"));
  for (const box of BOXES) expect(text).toContain(`${box.slice(2)}：按省领导小组部署推进。`);
  expect(sheetRows(await downloaded({ page }, "下载附表（xlsx）"), "问题明细").length).toBeGreaterThan(2);
  await expectAccessible(page);
}

async function downloaded({ page }: Pick<Seated, "page">, link: string): Promise<Uint8Array> {
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: link }).click();
  return readFile(await (await coming).path());
}

/** "12,345.60" 万元, counted in hundredths. */
function cents(text: string): bigint {
  return BigInt(text.replaceAll(/[,.]/g, ""));
}
