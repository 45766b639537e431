import type { Locator } from "playwright-core";
import { expect } from "vitest";
import { expectAccessible, expectNoSidewaysScroll, type Seated } from "../../support/console.ts";

/** 阶段总览: which conditions fail, for which units, and why the campaign cannot go on. */
export async function seeGates({ page }: Seated): Promise<void> {
  await page.getByRole("link", { name: "阶段总览" }).filter({ visible: true }).first().click();
  await page.getByRole("heading", { level: 1, name: "阶段总览" }).waitFor();
  const blocked = page.getByRole("button", { name: "转入检查验收" });
  await blocked.waitFor();
  expect(await blocked.getAttribute("aria-disabled")).toBe("true");
  expect(await page.locator(`[id="${await blocked.getAttribute("aria-describedby")}"]`).innerText()).toContain(
    "还不能转段：还差 3 项",
  );
  expect(
    await page
      .getByRole("table")
      .getByRole("row", { name: /^保定市/ })
      .innerText(),
  ).toContain("差 3 项");
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  await page.getByRole("heading", { name: "各市、县各部门均已签报自查结果" }).getByRole("button").click();
  const list = page.getByRole("dialog", { name: /各市、县各部门均已签报自查结果/ });
  await list.getByText("“各市、县按照专项治理内容").first().waitFor();
  await list
    .getByText("涿州市")
    .first()
    .or(list.getByRole("button", { name: "继续加载" }))
    .first()
    .waitFor();
  expect(await list.getByRole("listitem").count()).toBeGreaterThanOrEqual(50);
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await list.waitFor({ state: "hidden" });

  await page
    .getByRole("row", { name: /^保定市/ })
    .getByRole("button", { name: /未达标/ })
    .first()
    .click();
  const ofCity = page.getByRole("dialog", { name: /各市、县各部门均已签报自查结果/ });
  await untilNamed(ofCity, "涿州市");
}

/** Loads page after page of the list until it names the unit, which must be among them. */
async function untilNamed(list: Locator, unit: string): Promise<void> {
  const named = list.getByText(unit).first();
  const more = list.getByRole("button", { name: "继续加载" });
  await list.getByRole("listitem").first().waitFor();
  while (!(await named.isVisible()) && (await more.isVisible())) {
    const shown = await list.getByRole("listitem").count();
    await more.click();
    await list.getByRole("listitem").nth(shown).waitFor();
  }
  await named.waitFor();
}
