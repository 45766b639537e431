import { afterAll, beforeAll, expect, it } from "vitest";
import { type Product, startProduct } from "../support/product.ts";
import { checksToMake, completeChecks, countersign } from "./acts/acceptance.ts";
import { expectOneRowForEachAct } from "./acts/audit-trail.ts";
import {
  advance,
  deployProvince,
  establishGroups,
  filePlans,
  gateOf,
  offendersOf,
  receivePlan,
  waivePlan,
} from "./acts/deployment.ts";
import { importWorkbook, refuseBadWorkbook } from "./acts/importing.ts";
import { expectIdentityEverywhere, sumsOf, TOTALS } from "./acts/ledger.ts";
import { expectRowsBehindFigures, renderAndOpen, reportMonth } from "./acts/monthly-report.ts";
import { classifyAll, closeOne, openFindingOf, planAll, signSelfChecks } from "./acts/rectification.ts";
import { refusedBy } from "./acts/refused.ts";
import { openStage, PROVINCE, type Seat, type Stage, the, type Unit } from "./acts/stage.ts";
import { receiveSummaries, renderAndOpenSummary, sendProvinceReport, submitSummaries } from "./acts/summaries.ts";

/** 承德市: its sums go down to the fen. */
const REPORTING_CITY = "130800";
let product: Product;

beforeAll(async () => {
  product = await startProduct({ today: "2008-07-05" });
});
afterAll(() => product.close());

it("a campaign runs from an empty installation to its signed close, and every act of it stands in the audit trail once", async () => {
  const stage = await openStage(product, everySeat);
  await deploy(stage);
  await stage.moveTo("2008-09-22");
  await fillLedger(stage);
  await stage.moveTo("2008-09-26");
  await rectify(stage);
  await stage.moveTo("2008-10-03");
  await report(stage);
  await stage.moveTo("2009-03-30");
  await finishSelfCheck(stage);
  await stage.moveTo("2009-05-12");
  await accept(stage);
  await stage.moveTo("2009-09-21");
  await sumUp(stage);
  await lookBack(stage);
  expect(await openStepsOf(stage)).toBeNull();
});

/** 省级经办、复核、检查两名、领导，市级经办、复核、检查两名，县级经办、复核. */
function everySeat(unit: Unit): readonly Seat[] {
  if (unit.level === "province") return ["clerk", "reviewer", "inspector", "secondInspector", "leader"];
  return unit.level === "city" ? ["clerk", "reviewer", "inspector", "secondInspector"] : ["clerk", "reviewer"];
}

/** The next phase of the campaign. */
async function openStepsOf(stage: Stage): Promise<string | null> {
  const leader = await stage.at("leader", PROVINCE);
  return (await leader.rpc.campaign.gates.query({ campaignId: stage.campaignId, phase: null, unitCode: null })).next;
}

/** 部署启动 */
async function deploy(stage: Stage): Promise<void> {
  const rule = "organisation.groupsAndImplementingPlans";
  const refusal = await refusedBy(advance(stage, { to: "selfCheck", documentNo: "冀社险治〔2008〕5号" }));
  expect(refusal).toMatchObject({ code: "precondition", rule: "campaign.gatesFail", params: { count: 3 } });
  expect(await offendersOf(stage, "organisation.provincialPlanReceived")).toHaveLength(1 + stage.cities.length);
  expect(new Set(await offendersOf(stage, rule))).toEqual(new Set(stage.cities.map((city) => city.name)));

  const plan = await deployProvince(stage);
  await receivePlan(stage, { cities: stage.cities, plan });
  await establishGroups(stage, stage.cities);
  const late = the(stage.cities.at(-1));
  await filePlans(stage, stage.cities.slice(0, -1));
  expect(await offendersOf(stage, rule)).toEqual([late.name]);
  await waivePlan(stage, late);
  expect(await gateOf(stage, rule)).toMatchObject({ state: "waived", passed: 10, total: 11, offenders: [] });
  await advance(stage, { to: "selfCheck", documentNo: "冀社险治〔2008〕9号" });
}

/** 自查自纠: the earlier inspections' findings, as their offices sent them. */
async function fillLedger(stage: Stage): Promise<void> {
  await refuseBadWorkbook(stage);
  await importWorkbook(stage);
}

/** 分类、整改、销号 */
async function rectify(stage: Stage): Promise<void> {
  await classifyAll(stage);
  await planAll(stage);
  const finding = await openFindingOf(stage, REPORTING_CITY);
  await closeOne(stage, { finding, cityCode: REPORTING_CITY });
  const { total } = await sumsOf(stage, { unitCode: null, groupBy: "status" });
  expect(total).toMatchObject({ count: TOTALS.total.count, foundFen: String(TOTALS.total.found) });
  expect(BigInt(total.outstandingFen)).toBe(BigInt(TOTALS.total.outstanding) - BigInt(finding.outstandingFen));
}

/** 月报: frozen from the ledger at the cut-off of September. */
async function report(stage: Stage): Promise<void> {
  const accepted = await reportMonth(stage, { cityCode: REPORTING_CITY, month: "2008-09" });
  await expectRowsBehindFigures(stage, accepted);
  await renderAndOpen(stage, accepted.id, REPORTING_CITY);
}

async function finishSelfCheck(stage: Stage): Promise<void> {
  const refusal = await refusedBy(advance(stage, { to: "acceptance", documentNo: "冀社险治〔2009〕2号" }));
  expect(refusal).toMatchObject({ rule: "campaign.gatesFail", params: { count: 1, numbers: "1" } });
  await signSelfChecks(stage);
  // Four departments and the whole, of 11 cities and 172 counties.
  const total = 183 * 5;
  expect(await gateOf(stage, "selfChecks.declarationsComplete")).toMatchObject({ state: "pass", passed: total, total });
  await advance(stage, { to: "acceptance", documentNo: "冀社险治〔2009〕3号" });
}

/** 检查验收: 70% of every city's counties, half of the cities by the province. */
async function accept(stage: Stage): Promise<void> {
  const checks = await completeChecks(stage, await checksToMake(stage));
  const lastOfCity = the(checks.find((one) => one.by === REPORTING_CITY));
  await countersign(
    stage,
    checks.filter((one) => one !== lastOfCity),
  );
  expect(await gateOf(stage, "inspection.provinceFloor")).toMatchObject({ state: "pass", passed: 6, total: 6 });
  expect(await gateOf(stage, "inspection.cityFloor")).toMatchObject({ state: "fail", passed: 124, total: 125 });
  expect(await offendersOf(stage, "inspection.cityFloor")).toEqual(["承德市"]);
  const refusal = await refusedBy(advance(stage, { to: "summary", documentNo: "冀社险治〔2009〕7号" }));
  expect(refusal.rule).toBe("campaign.gatesFail");
  await countersign(stage, [lastOfCity]);
  await advance(stage, { to: "summary", documentNo: "冀社险治〔2009〕8号" });
}

/** 总结报告 */
async function sumUp(stage: Stage): Promise<void> {
  const [first, ...others] = stage.cities;
  const ids = await submitSummaries(stage, others);
  await receiveSummaries(stage, ids);
  expect(await offendersOf(stage, "reporting.citySummaries")).toEqual([the(first).name]);
  expect((await refusedBy(advance(stage, { to: "ended", documentNo: "冀社险治〔2009〕11号" }))).rule).toBe(
    "campaign.gatesFail",
  );
  await renderAndOpenSummary(stage, the(ids[0]));
  const lastIds = await submitSummaries(stage, [the(first)]);
  expect(await offendersOf(stage, "reporting.citySummaries")).toEqual([the(first).name]);
  await receiveSummaries(stage, lastIds);
  expect(await gateOf(stage, "reporting.provinceReportSent")).toMatchObject({ state: "fail", passed: 0, total: 1 });
  const own = the((await submitSummaries(stage, [{ ...the(first), code: PROVINCE }]))[0]);
  expect((await refusedBy(advance(stage, { to: "ended", documentNo: "冀社险治〔2009〕11号" }))).rule).toBe(
    "campaign.gatesFail",
  );
  await sendProvinceReport(stage, own);
  await advance(stage, { to: "ended", documentNo: "冀社险治〔2009〕12号" });
}

/** The records: four signatures with what every gate said, and one audit row for each act. */
async function lookBack(stage: Stage): Promise<void> {
  const leader = await stage.at("leader", PROVINCE);
  const { history, phase } = await leader.rpc.campaign.get.query({ campaignId: stage.campaignId });
  expect(phase).toBe("ended");
  expect(history.map(({ from, to, signedBy }) => [from, to, signedBy])).toEqual([
    ["deployment", "selfCheck", "领导130000"],
    ["selfCheck", "acceptance", "领导130000"],
    ["acceptance", "summary", "领导130000"],
    ["summary", "ended", "领导130000"],
  ]);
  expect(history.map(({ gates }) => gates.map((gate) => gate.state))).toEqual([
    ["pass", "pass", "waived"],
    ["pass", "pass", "pass"],
    ["pass", "pass", "none"],
    ["pass", "pass"],
  ]);
  expect(history.at(-1)?.openMatters).toMatchObject([{ key: "findings.open" }]);
  await expectIdentityEverywhere(stage);
  await expectOneRowForEachAct(stage);
}
