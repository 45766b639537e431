import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchBrowser } from "@anji/tooling/browser";
import { buildParts } from "@anji/tooling/console";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { builtConsole, DESKTOP, expectAccessible, expectNoSidewaysScroll, PHONE } from "../support/console.ts";
import { contrastOf, distanceOf, photographer, type Picture } from "../support/picture.ts";

const ORIGIN = "http://parts.test";
const SAMPLE = "未列入清偿计划";
/** Of 255: what a reader of grey print tells apart, and what shows that something is drawn at all. */
const APART_MIN = 12;
const DRAWN_MIN = 8;
/** Text that runs out of its box unseen. A box that ends it with an ellipsis, or hides it from sight on purpose, may. */
const CUT_OFF = `[...document.querySelectorAll("[data-state] *")].filter((one) => {
  const { overflowX, textOverflow, clipPath } = getComputedStyle(one);
  const hasText = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== "");
  return hasText && overflowX === "hidden" && textOverflow !== "ellipsis" && clipPath === "none" && one.scrollWidth > one.clientWidth + 1;
}).map((one) => one.closest("[data-state]").dataset.state + ": " + one.textContent)`;
const OVERLAYS = ["plain", "refused"].map((state) => ({ part: "ActDialog", state }));
let directory: string;
let browser: Browser;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "anji-parts-"));
  await Promise.all([
    buildParts({ directory, signal: new AbortController().signal }),
    launchBrowser().then((launched) => (browser = launched)),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await rm(directory, { recursive: true, force: true });
});

describe.each(["light", "dark"] as const)("every part in each of its states, %s,", (appearance) => {
  it.each([
    ["on a wide screen", DESKTOP],
    ["on a phone", PHONE],
  ])("is accessible and needs no scrolling sideways %s", async (_, viewport) => {
    const page = await opened({ appearance, viewport, search: "" });
    expect(await page.locator("[data-state]").count()).toBeGreaterThan(80);
    await expectSound(page);
    for (const overlay of OVERLAYS) {
      const search = `?${new URLSearchParams(overlay)}`;
      await expectSound(await opened({ appearance, viewport, search }));
    }
  });
});

describe("the picture of a part", () => {
  it.each(["light", "dark"] as const)("shows each of its states, %s, and cuts no text off", async (appearance) => {
    const page = await opened({ appearance, viewport: DESKTOP, search: "" });
    const taken = await photographer(browser);
    const blank: string[] = [];
    for (const state of await page.locator("[data-state]").all()) {
      const shown = state.locator(":scope > div");
      const name = await state.getAttribute("data-state");
      if (contrastOf(await taken(shown)) < DRAWN_MIN) blank.push(name ?? "");
    }
    expect(blank).toEqual([]);
    expect(await page.evaluate(CUT_OFF)).toEqual([]);
    await page.context().close();
  });

  it.each([
    ["the shapes of status", '[data-state^="Mark "] svg'],
    ["the parts of an amount", '[data-state="MoneyBar every part"] dt > span'],
  ])("keeps %s apart in grey print", async (_, selector) => {
    const page = await opened({ appearance: "light", viewport: DESKTOP, search: "" });
    const taken = await photographer(browser);
    const pictures: Picture[] = [];
    for (const one of await page.locator(selector).all()) pictures.push(await taken(one));
    const distances = pictures.flatMap((one, at) => pictures.slice(at + 1).map((other) => distanceOf(one, other)));
    expect(distances.length).toBeGreaterThan(6);
    expect(Math.min(...distances)).toBeGreaterThan(APART_MIN);
    await page.context().close();
  });
});

it("what is shipped has no page of parts", async () => {
  const shipped = await builtConsole();
  expect(filesWith(SAMPLE, directory)).toHaveLength(1);
  expect(filesWith(SAMPLE, shipped)).toEqual([]);
  expect(filesWith("PartsPage", shipped)).toEqual([]);
});

type Opening = { appearance: "light" | "dark"; viewport: typeof DESKTOP; search: string };

/** The page of parts, without a server: its files are read from the build. */
async function opened({ appearance, viewport, search }: Opening): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: "zh-CN", timezoneId: "Asia/Shanghai" });
  await context.addInitScript(`localStorage.setItem("anji.appearance", "${appearance}")`);
  await context.route(`${ORIGIN}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    return route.fulfill({ path: join(directory, pathname.includes(".") ? pathname : "index.html") });
  });
  const page = await context.newPage();
  await page.goto(`${ORIGIN}/parts${search}`);
  await page
    .getByRole(search === "" ? "heading" : "dialog")
    .first()
    .waitFor();
  return page;
}

/** Accessible, not wider than the screen, and in the chosen colours. */
async function expectSound(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.context().close();
}

function filesWith(text: string, place: string): string[] {
  return readdirSync(join(place, "assets")).filter((file) =>
    readFileSync(join(place, "assets", file), "utf8").includes(text),
  );
}
