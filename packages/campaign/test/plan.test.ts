import { readFileSync } from "node:fs";

import { knownDay, monthOf } from "@anji/kernel";
import { describe, expect, it } from "vitest";

import { PHASES } from "../src/phase.ts";
import {
  basisOn,
  campaignPlan,
  category,
  evidenceFor,
  fundLine,
  isKindValidForFund,
  kind,
  monthlyReportDueOn,
  phaseAt,
  planPhase,
  type Kind,
} from "../src/plan.ts";

function planFile(name: string): string {
  return readFileSync(new URL(`../plans/${name}`, import.meta.url), "utf8");
}

const written: unknown = JSON.parse(planFile("hebei-2008.json"));
const hebei = campaignPlan.parse(written);

/** Every text under the key `sentence` or `sentences`, at any depth. */
function sentencesOf(value: unknown, key: string): string[] {
  if (typeof value === "string") return key.startsWith("sentence") ? [value] : [];
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([inner, one]) => sentencesOf(one, key === "sentences" ? key : inner));
}

function codesOf(isSo: (one: Kind) => boolean): string[] {
  return hebei.kinds.filter(isSo).map((one) => one.code);
}

function lawsOn(code: string, on: string): string[] {
  return basisOn(hebei, code, knownDay(on)).map(({ law }) => law.title);
}

describe("the plan of Hebei 2008", () => {
  it("has five fund classes, seven fund lines, four categories and 29 kinds", () => {
    expect([hebei.fundClasses.length, hebei.fundLines.length, hebei.categories.length, hebei.kinds.length]).toEqual([
      5, 7, 4, 29,
    ]);
    const perCategory = hebei.categories.map(({ code }) => hebei.kinds.filter((one) => one.category === code).length);
    expect(perCategory).toEqual([6, 12, 6, 5]);
  });

  it("stays what was written when it is stored and read again", () => {
    expect(hebei).toEqual(written);
    expect(campaignPlan.parse(JSON.parse(JSON.stringify(hebei)))).toEqual(hebei);
  });

  it("quotes the plan word for word", () => {
    const source = planFile("hebei-2008.source.txt");
    const sentences = sentencesOf(written, "");
    expect(sentences.length).toBeGreaterThanOrEqual(24);
    expect(sentences.filter((sentence) => !source.includes(sentence))).toEqual([]);
    expect(source).not.toMatch(/通址|弧/);
  });

  it("names nine departments, one of them leading, and the office with it", () => {
    const { leadingGroup, office } = hebei.organisation;
    expect(leadingGroup.memberDepartments).toHaveLength(9);
    expect(leadingGroup.memberDepartments.filter((one) => one.isLead).map((one) => one.code)).toEqual([
      office.department,
    ]);
    expect(leadingGroup.deputies).toHaveLength(2);
    expect(hebei.issuedUnder.issuers).toHaveLength(10);
  });

  it("uses the names of the ledger", () => {
    expect(hebei.fundLines.map((line) => line.name)).toEqual([
      "城镇企业职工养老保险基金",
      "机关事业单位养老保险基金",
      "失业保险基金",
      "城镇职工基本医疗保险基金",
      "城镇居民基本医疗保险基金",
      "工伤保险基金",
      "生育保险基金",
    ]);
    expect(hebei.categories.map((one) => one.name)).toEqual(["征缴", "支付", "账户与核算", "结余与安全"]);
    expect([kind(hebei, "A1")?.name, kind(hebei, "B10")?.name]).toEqual(["不依法核定缴费基数", "挪用"]);
    expect([fundLine(hebei, "maternity")?.shortName, category(hebei, "D")?.name]).toEqual(["生育", "结余与安全"]);
    expect([kind(hebei, "B13"), fundLine(hebei, "serious-illness"), category(hebei, "E")]).toEqual([null, null, null]);
  });

  it("knows which kind can occur in which fund", () => {
    expect(isKindValidForFund(hebei, "A1", "resident-medical")).toBe(false);
    expect(isKindValidForFund(hebei, "A1", "employee-medical")).toBe(true);
    expect(isKindValidForFund(hebei, "C5", "unemployment")).toBe(false);
    expect(isKindValidForFund(hebei, "B5", "enterprise-pension")).toBe(false);
    expect(isKindValidForFund(hebei, "B13", "unemployment")).toBe(false);
    const pairs = hebei.kinds.reduce((sum, one) => sum + one.fundLines.length, 0);
    expect(pairs).toBe(29 * 7 - 1 - 3 - 3 - 5);
  });

  it("marks the serious cases and the one kind without an amount", () => {
    expect(codesOf((one) => one.referralEligible)).toEqual(["B7", "B8", "B9", "B10", "B11", "B12"]);
    expect(codesOf((one) => one.keyEventCandidate)).toEqual([
      "A4",
      "A5",
      "B7",
      "B8",
      "B9",
      "B10",
      "B11",
      "B12",
      "D3",
      "D4",
    ]);
    expect(codesOf((one) => !one.hasAmount)).toEqual(["D5"]);
    expect(codesOf((one) => one.needsAmount)).toEqual(["B7", "B8", "B9", "B10", "D3", "D4"]);
    expect(codesOf((one) => one.needsOccupier)).toEqual(["B7", "B8", "B9", "B10", "D3", "D4"]);
  });

  it("lets money be re-booked for kinds of bookkeeping only, and repaid or written off where a government took it", () => {
    const by = (channel: "rebooked" | "repaid" | "writtenOff") => codesOf((one) => one.channels.includes(channel));
    expect(by("rebooked")).toEqual(["A3", "C1", "C2", "C3", "C4", "C5", "C6", "D2"]);
    expect(by("repaid")).toEqual(["B2", "B8", "B9", "B10", "D3", "D4"]);
    expect(by("writtenOff")).toEqual(["B8", "B9", "B10", "D3", "D4"]);
  });

  it("asks accountability of every legacy loss before it is closed", () => {
    expect(evidenceFor(hebei, "D4").map((one) => one.name)).toEqual([
      "同级政府偿还凭证或省政府核销批复",
      "责任追究材料",
    ]);
    expect(hebei.kinds.filter((one) => evidenceFor(hebei, one.code).length === 0)).toEqual([]);
  });

  it("finds the law of the day of the act", () => {
    expect(lawsOn("A2", "2011-06-30")).toEqual(["社会保险费征缴暂行条例"]);
    expect(lawsOn("A2", "2011-07-01")).toEqual(["中华人民共和国社会保险法"]);
    expect(lawsOn("B12", "2024-01-01")).toEqual(["中华人民共和国社会保险法", "社会保险经办条例"]);
    expect(lawsOn("A2", "1996-12-31")).toEqual([]);
    for (const on of ["2008-09-30", "2012-01-01", "2026-01-01"]) {
      expect(hebei.kinds.filter((one) => basisOn(hebei, one.code, knownDay(on)).length === 0)).toEqual([]);
    }
  });

  it("knows the phase of a day and when a month's report is due", () => {
    const phases = [
      "2008-06-30",
      "2008-07-01",
      "2008-08-31",
      "2008-09-01",
      "2009-03-31",
      "2009-04-01",
      "2009-08-01",
      "2009-12-31",
      "2010-01-01",
    ];
    expect(phases.map((on) => phaseAt(hebei, knownDay(on))?.key ?? null)).toEqual([
      null,
      "deployment",
      "deployment",
      "selfCheck",
      "selfCheck",
      "acceptance",
      "summary",
      "summary",
      null,
    ]);
    expect(monthlyReportDueOn(hebei, monthOf(knownDay("2008-12-31")))).toBe("2009-01-05");
    expect(PHASES.map((key) => planPhase(hebei, key)?.gates.length)).toEqual([3, 3, 3, 2]);
  });
});
