import { expect } from "vitest";
import {
  choose,
  DESKTOP,
  expectAccessible,
  expectNoSidewaysScroll,
  PHONE,
  type Seated,
} from "../../support/console.ts";

const ENTERED = {
  summary: "破产企业欠缴养老保险费未列入清偿计划",
  unit: "涿州市社会保险事业管理局",
  occurrence: "2006-05",
};

/** 工作台 on a wide and on a narrow screen. */
export async function seeWork({ page }: Seated): Promise<void> {
  await page.getByRole("heading", { name: "待我办" }).waitFor();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.setViewportSize(PHONE);
  await page
    .getByRole("navigation", { name: "主导航" })
    .getByRole("link", { name: /工作台/ })
    .filter({ visible: true })
    .waitFor();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page.setViewportSize(DESKTOP);
}

/** 登记问题: a refusal is at its field, a lost connection is shown at once, and nothing typed is lost. */
export async function registerFinding({ page }: Seated): Promise<void> {
  await page.getByRole("button", { name: "登记问题" }).click();
  await page.getByRole("heading", { level: 1, name: "登记问题" }).waitFor();
  await choose(page, { field: "险种", option: "城镇企业职工养老保险基金" });
  await choose(page, { field: "问题种类", option: "基金安全缺乏保障" });
  await page.getByLabel("问题摘要").fill(ENTERED.summary);
  await page.getByLabel("发生时间").fill(ENTERED.occurrence);
  await page.getByLabel("责任单位", { exact: true }).fill(ENTERED.unit);
  await page.getByLabel("认定金额（万元）").fill("1234.56");
  await page.getByText("壹仟贰佰叁拾肆万伍仟陆佰元整").waitFor();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  await page.getByRole("button", { name: "登记", exact: true }).click();
  const amount = page.locator(".ant-form-item").filter({ has: page.getByLabel("认定金额（万元）") });
  await amount.locator(".ant-form-item-explain-error").waitFor();
  expect(await amount.locator(".ant-form-item-explain-error").innerText()).toContain("基金安全缺乏保障");
  expect(await page.getByLabel("问题摘要").inputValue()).toBe(ENTERED.summary);
  expect(await page.getByLabel("发生时间").inputValue()).toBe(ENTERED.occurrence);
  expect(await page.getByLabel("责任单位", { exact: true }).inputValue()).toBe(ENTERED.unit);
  expect(await page.getByLabel("认定金额（万元）").inputValue()).toBe("1234.56");

  await choose(page, { field: "问题种类", option: "不及时征缴社会保险费" });
  await page.context().setOffline(true);
  await page.getByRole("button", { name: /^(loading )?登记$/ }).click();
  await page.getByRole("alert").filter({ hasText: "无法连接服务器" }).waitFor();
  expect(await page.getByLabel("问题摘要").inputValue()).toBe(ENTERED.summary);
  await page.context().setOffline(false);
  // On a busy machine the button's spinner, and with it its name, may disappear late.
  await page.getByRole("button", { name: /^(loading )?登记$/ }).click();
  await page.waitForURL(/\/findings\/[0-9a-f-]{36}$/);
  await page.getByText(ENTERED.summary).first().waitFor();
  await page.getByText("1,234.56").first().waitFor();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}
