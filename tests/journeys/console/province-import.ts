import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import { expectAccessible, expectNoSidewaysScroll, type Seated } from "../../support/console.ts";
import { FIXTURES, TOTALS } from "../acts/ledger.ts";

const MISTAKES = 15;

/** A file with mistakes: each at its cell in red, and no way to import it. */
export async function seeMistakes({ page }: Seated): Promise<void> {
  await page
    .getByRole("link", { name: /问题台账/ })
    .filter({ visible: true })
    .first()
    .click();
  await page.getByRole("heading", { level: 1, name: "问题台账" }).waitFor();
  await expectAccessible(page);
  await page.getByRole("link", { name: "导入" }).click();
  await upload({ page }, "earlier-findings-bad.xlsx");
  await page.getByText(`${MISTAKES} 处错误，须改正后重新上传；本次没有写入任何内容`).waitFor();
  const mistaken = page.getByRole("row").filter({ has: page.getByRole("cell", { name: "错误", exact: true }) });
  expect(await mistaken.count()).toBe(MISTAKES);
  await mistaken.filter({ hasText: "约三千万" }).getByRole("cell", { name: "P40", exact: true }).waitFor();
  expect(await isReddish({ page }, "P40")).toBe(true);
  expect(await page.getByRole("button", { name: /^开始导入/ }).count()).toBe(0);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

/** The good file: previewed row by row, imported while the page follows, and counted. */
export async function importWorkbook({ page }: Seated): Promise<void> {
  const { count } = TOTALS.total;
  await upload({ page }, "earlier-findings.xlsx");
  await page.getByRole("button", { name: `新增 ${count}` }).waitFor();
  expect(await page.getByRole("table", { name: "导入预览" }).locator("tbody tr").count()).toBe(count);
  await expectAccessible(page);
  const following = page.waitForResponse((response) => response.url().includes("ledgerSheet.watch"));
  await page.getByRole("button", { name: `开始导入 ${count} 行` }).click();
  expect((await following).headers()["content-type"]).toContain("text/event-stream");
  await page.getByRole("heading", { name: "导入完成" }).waitFor();
  for (const [result, n] of [
    ["新增", count],
    ["更新", 0],
    ["跳过", 0],
    ["失败", 0],
  ] as const) {
    expect(
      await page
        .getByRole("definition")
        .and(page.locator(`dt:text-is("${result}") + dd`))
        .innerText(),
    ).toBe(String(n));
  }
  await expectAccessible(page);
  await page.getByRole("button", { name: "查看台账" }).click();
  await page
    .getByText(`合计 ${count + 1} 个问题`)
    .first()
    .waitFor();
  await expectNoSidewaysScroll(page);
}

async function isReddish({ page }: Pick<Seated, "page">, cell: string): Promise<boolean> {
  const found = `[...document.querySelectorAll("td")].find((one) => one.textContent === "${cell}")`;
  const colour = String(await page.evaluate(`getComputedStyle(${found}).backgroundColor`));
  const [red = 0, green = 0, blue = 0] = (colour.match(/\d+/g) ?? []).map(Number);
  return red > green && red > blue;
}

async function upload({ page }: Pick<Seated, "page">, name: string): Promise<void> {
  await page.getByLabel("选择 xlsx 文件").setInputFiles(fileURLToPath(new URL(name, FIXTURES)));
}
