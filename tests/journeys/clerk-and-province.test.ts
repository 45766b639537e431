import { launchBrowser } from "@anji/tooling/browser";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { builtConsole, type Seated, sitDown } from "../support/console.ts";
import { type Product, startProduct } from "../support/product.ts";
import { advance, establishGroups, filePlans } from "./acts/deployment.ts";
import { openStage, PROVINCE, type Seat, type Stage, the, type Unit, usernameOf } from "./acts/stage.ts";
import { draftReport, submitAndDownload } from "./console/city-report.ts";
import { registerFinding, seeWork } from "./console/county-clerk.ts";
import { seeGates } from "./console/province-gates.ts";
import { importWorkbook, seeMistakes } from "./console/province-import.ts";

const CITY = "130600";
const COUNTY = "130681";
let product: Product;
let stage: Stage;
let browser: Browser;

beforeAll(async () => {
  product = await startProduct({ today: "2008-09-22", consoleDirectory: await builtConsole() });
  [stage, browser] = await Promise.all([openStage(product, seatsOf), launchBrowser()]);
  await establishGroups(stage, stage.cities);
  await filePlans(stage, stage.cities);
  await advance(stage, { to: "selfCheck", documentNo: "冀社险治〔2008〕9号" });
});

afterAll(async () => {
  await browser?.close();
  await product?.close();
});

describe("in a real browser", () => {
  it("a county's clerk registers a finding; what the server refuses stands at its field and nothing typed is lost", async () => {
    const broken = await at("clerk", COUNTY, async (seated) => {
      await seeWork(seated);
      await registerFinding(seated);
    });
    expect(broken).toEqual([]);
  });

  it("the province's clerk is shown every mistake of a workbook at its cell, then imports the good one", async () => {
    const broken = await at("clerk", PROVINCE, async (seated) => {
      await seeMistakes(seated);
      await importWorkbook(seated);
    });
    expect(broken).toEqual([]);
  });

  it("a city's clerk sees the ledger's figures in the monthly report with the rows behind them, and gets its files once another submits it", async () => {
    const { name } = the(stage.cities.find((city) => city.code === CITY));
    const broken = await at("clerk", CITY, async (seated) => {
      await draftReport(seated, { stage, cityCode: CITY, cityName: name });
      await submitAndDownload(seated, stage, CITY);
    });
    expect(broken).toEqual([]);
  });

  it("the province's leader sees which gates fail and for whom, and why the campaign may not move on", async () => {
    expect(await at("leader", PROVINCE, seeGates)).toEqual([]);
  });
});

/** Opens the console for a person, plays their part, and answers the errors of their browser. */
async function at(seat: Seat, unitCode: string, act: (seated: Seated) => Promise<void>): Promise<string[]> {
  const seated = await sitDown(browser, { url: product.url, username: usernameOf(seat, unitCode) });
  try {
    await act(seated);
    return seated.failures;
  } finally {
    await seated.leave();
  }
}

function seatsOf(unit: Unit): readonly Seat[] {
  if (unit.level === "province") return ["clerk", "leader"];
  return unit.level === "city" || unit.code === COUNTY ? ["clerk"] : [];
}
