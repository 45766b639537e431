import { consoleDirectory, buildConsole } from "@anji/tooling/console";
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { z } from "zod";
import { PASSWORD } from "./product.ts";

export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };
const WAIT_MS = 30_000;

/** The shipped console, built when a source has changed since the last build. */
export async function builtConsole(): Promise<string> {
  await buildConsole({ signal: new AbortController().signal });
  return consoleDirectory;
}

/** A person with their own browser page; `failures` are the errors of the page. */
export type Seated = { page: Page; failures: string[]; leave(): Promise<void> };

export async function sitDown(browser: Browser, options: { url: string; username: string }): Promise<Seated> {
  const context = await browser.newContext({
    baseURL: options.url,
    viewport: DESKTOP,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    acceptDownloads: true,
  });
  context.setDefaultTimeout(WAIT_MS);
  const page = await context.newPage();
  const failures: string[] = [];
  page.on("pageerror", (error) => failures.push(String(error)));
  await page.goto("/");
  await page.getByLabel("用户名").fill(options.username);
  await page.getByLabel("密码", { exact: true }).fill(PASSWORD);
  await expectAccessible(page);
  await page.getByRole("button", { name: "登录" }).click();
  await page.getByRole("heading", { level: 1, name: "工作台" }).waitFor();
  return { page, failures, leave: () => context.close() };
}

const violations = z.array(z.object({ id: z.string(), impact: z.string(), nodes: z.array(z.string()) }));

/** axe reports nothing serious or critical on the present page. */
export async function expectAccessible(page: Page): Promise<void> {
  await settled(page);
  await page.evaluate(axe.source);
  const found = await page.evaluate(`axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
    violations.map(({ id, impact, nodes }) => ({ id, impact, nodes: nodes.map((node) => node.html + " " + node.failureSummary) })))`);
  const grave = violations.parse(found).filter(({ impact }) => impact === "serious" || impact === "critical");
  if (grave.length > 0)
    throw new Error(`${new URL(page.url()).pathname} is not accessible: ${JSON.stringify(grave, null, 2)}`);
}

/** Nothing scrolls sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { scroll, client } = z
    .object({ scroll: z.number(), client: z.number() })
    .parse(
      await page.evaluate(
        "({ scroll: document.documentElement.scrollWidth, client: document.documentElement.clientWidth })",
      ),
    );
  if (scroll > client) throw new Error(`${page.url()} is ${scroll} px wide on a screen of ${client}`);
}

/** Chosen from a list by its name, as with the keyboard. */
export async function choose(page: Page, options: { field: string; option: string }): Promise<void> {
  const field = page.getByRole("combobox", { name: options.field });
  await field.click();
  await field.fill(options.option);
  await page
    .locator(".ant-select-dropdown:not(.ant-select-dropdown-hidden)")
    .getByTitle(options.option, { exact: true })
    .click();
}

/** Half-faded colours of an animation are no finding. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(
    "Promise.allSettled(document.getAnimations().filter((one) => one.effect?.getTiming().iterations !== Infinity).map((one) => one.finished))",
  );
}
