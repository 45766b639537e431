import { launchBrowser } from "@anji/tooling/browser";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  builtConsole,
  DESKTOP,
  expectAccessible,
  expectNoSidewaysScroll,
  PHONE,
  type Seated,
  sitDown,
} from "../support/console.ts";
import { PASSWORD, type Product, startProduct } from "../support/product.ts";
import { beginStory } from "../support/submitted-reports.ts";

const NEWCOMER = { name: "王新人", username: "wang.xinren" };

let product: Product;
let browser: Browser;
let office: Seated;
let desk: Page;

beforeAll(async () => {
  product = await startProduct({ today: "2009-02-17", consoleDirectory: await builtConsole() });
  await beginStory(product, ["130600"]);
  browser = await launchBrowser();
  office = await sitDown(browser, { url: product.url, username: "sheng.guanli" });
  desk = await (await browser.newContext({ baseURL: product.url, viewport: DESKTOP, locale: "zh-CN" })).newPage();
});
afterAll(async () => {
  await browser?.close();
  await product?.close();
});

async function shownPassword(page: Page): Promise<string> {
  const password = await page.getByRole("dialog").getByLabel("一次性密码").innerText();
  await page.getByRole("button", { name: "关闭" }).click();
  return password;
}

async function signIn(password: string): Promise<void> {
  await desk.goto("/sign-in");
  await desk.getByLabel("用户名").fill(NEWCOMER.username);
  await desk.getByLabel("密码", { exact: true }).fill(password);
  await desk.getByRole("button", { name: "登录" }).click();
}

async function changePassword(from: string, to: string): Promise<void> {
  await desk.getByLabel("当前密码").fill(from);
  await desk.getByLabel("新密码", { exact: true }).fill(to);
  await desk.getByLabel("再次输入新密码").fill(to);
  await desk.getByRole("button", { name: "修改密码" }).click();
}

async function more(act: string): Promise<void> {
  await office.page.getByRole("button", { name: `更多 ${NEWCOMER.name}` }).click();
  await office.page.getByRole("menuitem", { name: act }).click();
  await office.page.getByRole("dialog").getByRole("button", { name: act }).click();
}

describe("an account's life in a real browser", () => {
  let first: string;

  it("begins with a password the system makes, shown once", async () => {
    const { page } = office;
    await page.goto("/system?tab=people");
    await page.getByRole("button", { name: "增加人员" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("姓名").fill(NEWCOMER.name);
    await dialog.getByLabel("用户名").fill(NEWCOMER.username);
    await dialog.getByLabel("经办岗").check();
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "增加人员" }).click();
    first = await shownPassword(page);
    await page.getByText("待改密码").filter({ visible: true }).waitFor();
    expect(first).toMatch(/^(?:[a-z2-9]{4}-){2}[a-z2-9]{4}$/);
  });

  it("leads to a password of one's own before anything else, with each mistake at its field", async () => {
    await signIn(first);
    await desk.getByText("须先修改为自己的密码").waitFor();
    await expectAccessible(desk);
    await desk.goto("/findings");
    await desk.getByRole("heading", { level: 1, name: "修改密码" }).waitFor();
    await changePassword("not-the-pass-1", PASSWORD);
    await desk.getByText("当前密码不正确。").waitFor();
    await changePassword(first, PASSWORD);
    await desk.getByRole("heading", { level: 1, name: "问题台账" }).waitFor();
    expect(new URL(desk.url()).pathname).toBe("/findings");
  });

  it("has new rights as soon as they are given, without signing in again", async () => {
    expect(await desk.getByRole("link", { name: "系统", exact: true }).count()).toBe(0);
    const { page } = office;
    await page
      .getByRole("searchbox", { name: "姓名或用户名" })
      .or(page.getByLabel("姓名或用户名"))
      .first()
      .fill(NEWCOMER.username);
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "调整岗位" }).click();
    await page.getByRole("dialog").getByLabel("系统管理岗").check();
    await page.getByRole("dialog").getByRole("button", { name: "调整岗位" }).click();
    await desk.getByRole("link", { name: "系统", exact: true }).first().waitFor();
  });

  it("ends on the open page when its password is reset, and when it is closed; opened again it begins anew", async () => {
    await more("重置密码");
    const once = await shownPassword(office.page);
    await desk.getByRole("alert").getByText("登录已失效").waitFor();
    await signIn(once);
    await changePassword(once, PASSWORD);
    await desk.getByRole("heading", { level: 1, name: "工作台" }).waitFor();
    await more("停用");
    await desk.getByRole("alert").getByText("登录已失效").waitFor();
    await signIn(PASSWORD);
    await desk.getByText("用户名或密码不正确。").waitFor();
    await office.page.getByRole("button", { name: "恢复" }).click();
    await office.page.getByRole("dialog").getByRole("button", { name: "恢复" }).click();
    const again = await shownPassword(office.page);
    expect(new Set([first, once, again]).size).toBe(3);
    await signIn(again);
    await desk.getByText("须先修改为自己的密码").waitFor();
  });

  it("is managed on a telephone too", async () => {
    await office.page.setViewportSize(PHONE);
    await office.page.goto("/system?tab=people");
    await office.page.getByRole("button", { name: `更多 ${NEWCOMER.name}` }).waitFor();
    await expectNoSidewaysScroll(office.page);
    await expectAccessible(office.page);
    expect(office.failures).toEqual([]);
  });
});
