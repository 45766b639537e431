import { knownDay, mistakesOf, ruleMessage } from "@anji/kernel";
import { describe, expect, it } from "vitest";

import { campaignPlan, evidenceFor, fundLine, isKindValidForFund, kind, phaseAt } from "../src/plan.ts";
import { planRules } from "../src/plan.rules.ts";

/** The smallest plan of another province: two funds, three kinds, other floors and days. */
const small = {
  key: "qinghai-2027",
  name: "青海省某项治理",
  provinceCode: "630000",
  regionRevision: "GB/T 2260-201607",
  period: { startsOn: "2027-01-01", endsOn: "2027-12-31", sentence: "全年" },
  issuedUnder: { law: "law", issuers: ["省政府"] },
  laws: [
    { key: "law", title: "某法", documentNumber: null, effectiveFrom: "2020-01-01", effectiveUntil: null, note: null },
  ],
  organisation: {
    receivingGroup: { name: "国家组", sentence: "报告" },
    coordinatingCommittee: { name: "委员会", sentence: "协调" },
    leadingGroup: {
      name: "领导小组",
      head: { name: "某某", post: "副省长" },
      deputies: [{ name: "某某", post: "厅长" }],
      memberDepartments: [
        { code: "hr", name: "人社厅", system: "人社", isLead: true },
        { code: "medical", name: "医保局", system: "医保", isLead: false },
      ],
    },
    office: { name: "办公室", department: "hr", sentence: "日常" },
    cityGroup: { departments: ["hr"], note: "各市" },
    foundedFrom: { on: "2027-01-01", note: "开始之日" },
  },
  fundClasses: [
    { code: "pension", name: "养老" },
    { code: "injury", name: "工伤" },
  ],
  fundLines: [
    { code: "resident-pension", fundClass: "pension", name: "城乡居民基本养老保险基金", shortName: "居民养老" },
    { code: "injury", fundClass: "injury", name: "工伤保险基金", shortName: "工伤" },
  ],
  categories: [{ code: "X", name: "待遇", sentence: "待遇问题" }],
  evidenceKinds: [{ code: "receipt", name: "进账单" }],
  kinds: ["X1", "X2", "X3"].map((code) => ({
    code,
    category: "X",
    name: `问题${code}`,
    fundLines: code === "X3" ? ["injury"] : ["resident-pension", "injury"],
    hasAmount: true,
    needsAmount: false,
    needsOccupier: false,
    channels: ["recovered"],
    referralEligible: false,
    keyEventCandidate: false,
    basis: [{ law: "law", articles: null, until: null }],
    disposal: [{ means: "economic", act: "追回" }],
    evidence: ["receipt"],
  })),
  phases: [
    ["deployment", "2027-01-01", "2027-01-31"],
    ["selfCheck", "2027-02-01", "2027-06-30"],
    ["acceptance", "2027-07-01", "2027-09-30"],
    ["summary", "2027-10-01", "2027-12-31"],
  ].map(([key, startsOn, endsOn]) => ({
    key,
    name: key,
    startsOn,
    endsOn,
    sentence: "阶段",
    gates: [{ rule: `campaign.${key}Done`, title: "完成", sentence: "完成", owner: "各市" }],
  })),
  floors: {
    city: { percent: 34, denominator: "withoutDistricts", districtKinds: ["市辖区"], sentence: "三分之一" },
    province: {
      percent: 100,
      of: "counties",
      ruling: { text: "按县计", by: "领导小组", on: "2027-01-01" },
      countiesPerCity: 0,
      sentence: "全部",
      note: "按县",
    },
  },
  spotChecks: {
    fullMarks: { earnest: 20, corrected: 20, risks: 20, institutions: 20, proposals: 20 },
    conclusions: [
      { conclusion: "good", marksMin: 80 },
      { conclusion: "qualified", marksMin: 60 },
      { conclusion: "incomplete", marksMin: 0 },
      { conclusion: "perfunctory", marksMin: null },
      { conclusion: "falsified", marksMin: null },
    ],
    answerCharactersMin: 5,
    note: "等分",
  },
  deadlines: {
    rectificationDefaultOn: "2027-06-30",
    citySummaryOn: "2027-11-15",
    monthlyReportDay: 28,
    dueSoonDays: 10,
    sentences: { rectification: "限期", citySummary: "报送", monthlyReport: "每月" },
  },
  determination: { contestDays: 10, carriedOverDays: 365, note: "说明" },
  waivers: { sharePercentMax: 5, decideWithinDays: 15, note: null },
  selfCheckDepartments: [{ code: "hr", name: "人社部门", levels: ["county"], note: null }],
  selfCheckPromise: "以上情况属实。",
  urgentReports: [],
  sheetTemplate: { version: "AJ-QH-1", closingOn: "2027-01-31" },
};

describe("a plan of another province", () => {
  it("is accepted, and every look-up answers from it alone", () => {
    const plan = campaignPlan.parse(small);
    expect([plan.fundLines.length, plan.kinds.length, fundLine(plan, "enterprise-pension"), kind(plan, "A1")]).toEqual([
      2,
      3,
      null,
      null,
    ]);
    expect([
      isKindValidForFund(plan, "X3", "resident-pension"),
      isKindValidForFund(plan, "X1", "resident-pension"),
    ]).toEqual([false, true]);
    expect(phaseAt(plan, knownDay("2027-02-01"))?.key).toBe("selfCheck");
    expect(plan.floors.city).toMatchObject({ percent: 34, denominator: "withoutDistricts", districtKinds: ["市辖区"] });
    expect(evidenceFor(plan, "X1").map((one) => one.name)).toEqual(["进账单"]);
  });
});

type Mistake = { path: string; rule: string; message: string };

function mistakesIn(change: Record<string, unknown>): Mistake[] {
  const result = campaignPlan.safeParse({ ...small, ...change });
  if (result.success) return [];
  return mistakesOf(result.error).map(({ path, rule, params }) => ({
    path,
    rule,
    message: rule.startsWith("campaign.") ? ruleMessage(planRules, rule, params, "zh-CN") : rule,
  }));
}

describe("a plan that does not agree with itself is refused, and told where", () => {
  const [first, ...others] = small.kinds;
  const [deployment, ...later] = small.phases;
  const memberDepartments = small.organisation.leadingGroup.memberDepartments.map((one) => ({ ...one, isLead: true }));
  const band = {
    code: "URG",
    name: "要情",
    law: "law",
    amountFenMin: "100",
    amountFenBelow: "100",
    orWhen: [],
    recipients: ["province"],
    limit: null,
    note: null,
  };
  const leadingGroup = { ...small.organisation.leadingGroup, memberDepartments };

  it.each<[string, string, Record<string, unknown>, string, string]>([
    [
      "an unknown fund line",
      "campaign.planUnknownCode",
      { kinds: [{ ...first, fundLines: ["pets"] }, ...others] },
      "kinds.0.fundLines.0",
      "代码 pets 不在本方案的目录中。",
    ],
    [
      "an unknown category",
      "campaign.planUnknownCode",
      { kinds: [{ ...first, category: "Z" }, ...others] },
      "kinds.0.category",
      "代码 Z 不在本方案的目录中。",
    ],
    [
      "an unknown document",
      "campaign.planUnknownCode",
      { kinds: [{ ...first, evidence: ["note"] }, ...others] },
      "kinds.0.evidence.0",
      "代码 note 不在本方案的目录中。",
    ],
    ["a kind twice", "campaign.planCodeTwice", { kinds: [first, first, ...others] }, "kinds", "代码 X1 重复。"],
    [
      "a class without a fund line",
      "campaign.planFundClassEmpty",
      { fundClasses: [...small.fundClasses, { code: "extra", name: "其他" }] },
      "fundClasses.2",
      "险种 extra 没有对应的基金项目。",
    ],
    [
      "two lead departments",
      "campaign.planOneLead",
      { organisation: { ...small.organisation, leadingGroup } },
      "organisation.leadingGroup.memberDepartments",
      "牵头部门应有且只有一个，现有 2 个。",
    ],
    [
      "a gap between phases",
      "campaign.planPhasesApart",
      { phases: [{ ...deployment, endsOn: "2027-01-30" }, ...later] },
      "phases.1.startsOn",
      "阶段应首尾相接，本阶段应从 2027-01-31 开始。",
    ],
    [
      "phases in another order",
      "campaign.planPhaseOrder",
      { phases: small.phases.toReversed() },
      "phases",
      "四个阶段应依次为部署启动、自查自纠、检查验收、总结报告。",
    ],
    [
      "a missing phase",
      "campaign.planPhaseOrder",
      { phases: small.phases.slice(1) },
      "phases",
      "四个阶段应依次为部署启动、自查自纠、检查验收、总结报告。",
    ],
    [
      "a day outside the campaign",
      "campaign.planOutsidePeriod",
      { sheetTemplate: { version: "V", closingOn: "2026-12-31" } },
      "sheetTemplate.closingOn",
      "日期不在治理期间（2027-01-01 至 2027-12-31）内。",
    ],
    [
      "a basis no longer in force",
      "campaign.planBasisNotInForce",
      { laws: [{ ...small.laws[0], effectiveUntil: "2026-01-01" }] },
      "kinds.0.basis",
      "问题种类 X1 在治理期间没有有效的定性依据。",
    ],
    ["a code that is no code", "campaign.planCodeForm", { key: "河北 2008" }, "key", "代码只能用字母、数字和连字符。"],
    [
      "an end before its start",
      "campaign.planPhaseEndsEarly",
      { period: { ...small.period, endsOn: "2026-12-31" } },
      "period.endsOn",
      "结束日期早于开始日期。",
    ],
    [
      "a city's department that is no member department",
      "campaign.planUnknownCode",
      { organisation: { ...small.organisation, cityGroup: { departments: ["bank"], note: "各市" } } },
      "organisation.cityGroup.departments.0",
      "代码 bank 不在本方案的目录中。",
    ],
    [
      "marks that are not 100 together",
      "campaign.planMarksTotal",
      { spotChecks: { ...small.spotChecks, fullMarks: { ...small.spotChecks.fullMarks, risks: 30 } } },
      "spotChecks.fullMarks",
      "抽查各题满分合计应为 100 分，现为 110 分。",
    ],
    [
      "a conclusion without its marks",
      "campaign.planConclusions",
      { spotChecks: { ...small.spotChecks, conclusions: small.spotChecks.conclusions.slice(1) } },
      "spotChecks.conclusions",
      "每种抽查结论都应列明，且最低一档应从 0 分起。",
    ],
    [
      "a band that is none",
      "campaign.planAmountBand",
      { urgentReports: [band] },
      "urgentReports.0.amountFenBelow",
      "金额下限应小于上限。",
    ],
  ])("%s", (_, rule, change, path, message) => {
    expect(mistakesIn(change)[0]).toMatchObject({ path, rule, message });
  });

  it.each([0, 101, 70.5])("a floor of %d per cent", (percent) => {
    const [mistake] = mistakesIn({ floors: { ...small.floors, city: { ...small.floors.city, percent } } });
    expect(mistake?.path).toBe("floors.city.percent");
  });

  it("fields nobody knows", () => {
    expect(mistakesIn({ motto: "x" })[0]).toMatchObject({ path: "", rule: "kernel.fieldUnknown" });
  });
});
